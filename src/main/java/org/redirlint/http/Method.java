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

  /** Tells whether the method is GET or HEAD, which no redirect changes. */
  public boolean isRetrieval() {
    return equals(GET) || equals(HEAD);
  }

  @Override
  public String toString() {
    return name;
  }
}
