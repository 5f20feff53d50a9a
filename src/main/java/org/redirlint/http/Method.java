package org.redirlint.http;

/**
 * A request method (RFC 9110 section 9).
 *
 * @param name the method's name; case matters
 */
public record Method(String name) {

  /** GET. */
  public static final Method GET = new Method("GET");

  /** HEAD. */
  public static final Method HEAD = new Method("HEAD");

  /** POST. */
  public static final Method POST = new Method("POST");

  /** PUT. */
  public static final Method PUT = new Method("PUT");

  /** PATCH (RFC 5789). */
  public static final Method PATCH = new Method("PATCH");

  /** DELETE. */
  public static final Method DELETE = new Method("DELETE");

  /** OPTIONS. */
  public static final Method OPTIONS = new Method("OPTIONS");

  /** Tells whether the method is GET or HEAD, which no redirect changes. */
  public boolean isRetrieval() {
    return equals(GET) || equals(HEAD);
  }

  @Override
  public String toString() {
    return name;
  }
}
