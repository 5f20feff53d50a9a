package org.redirlint.analysis;

/**
 * What is done about targets of which only some hold a backslash, which browsers take for a slash:
 * those that a request brings itself ({@code %5C}).
 *
 * @see <a href="https://url.spec.whatwg.org/#path-state">URL Standard, path state</a>
 */
final class Backslashes {

  /** What is supposed where they are left out, a clause. */
  static final String SUPPOSITION = "no request brings a backslash (%5C)";

  private final boolean followed;
  private boolean leftOut;

  private Backslashes(boolean followed) {
    this.followed = followed;
  }

  /** Follows them as browsers do. */
  static Backslashes followed() {
    return new Backslashes(true);
  }

  /** Leaves them out, and tells whether there were any. */
  static Backslashes leftOut() {
    return new Backslashes(false);
  }

  boolean areFollowed() {
    return followed;
  }

  /** Writes down that some were left out. */
  void leaveOut() {
    leftOut = true;
  }

  /** Tells whether any were left out. */
  boolean wereLeftOut() {
    return leftOut;
  }
}
