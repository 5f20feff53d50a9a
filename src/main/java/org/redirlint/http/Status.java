package org.redirlint.http;

/** Status codes (RFC 9110 section 15). */
public final class Status {

  private Status() {}

  /** Tells whether a browser follows the Location of an answer with this status. */
  public static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /**
   * Tells whether a status says that a resource has moved for good.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4">RFC 9110 section 15.4</a>
   */
  public static boolean isPermanent(int status) {
    return status == 301 || status == 308;
  }

  /**
   * Returns the method of the request that follows a redirect (RFC 9110 section 15.4, as browsers
   * read it): 303 becomes GET, 301 and 302 turn POST into GET, 307 and 308 keep the method.
   */
  public static Method methodAfter(int status, Method method) {
    return switch (status) {
      case 301, 302 -> method.equals(Method.POST) ? Method.GET : method;
      case 303 -> method.isRetrieval() ? method : Method.GET;
      default -> method;
    };
  }
}
