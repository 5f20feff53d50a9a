package org.redirlint.resolve.nginx;

/** Where a directive stands. */
enum Context {
  /** The top of the main file. */
  MAIN,
  /** {@code http}. */
  HTTP,
  /** {@code server}. */
  SERVER,
  /** {@code location}. */
  LOCATION,
  /** {@code if} in {@code server}. */
  SERVER_IF,
  /** {@code if} in {@code location}. */
  LOCATION_IF,
  /** {@code limit_except}. */
  LIMIT_EXCEPT,
  /** A block whose content is not made of directives known here. */
  OTHER;

  /**
   * Returns the context inside a block of this name; {@link #OTHER} for blocks of other modules.
   */
  Context inside(String block) {
    return switch (block) {
      case "http" -> HTTP;
      case "server" -> this == HTTP ? SERVER : OTHER;
      case "location" -> LOCATION;
      case "if" -> this == SERVER ? SERVER_IF : LOCATION_IF;
      case "limit_except" -> LIMIT_EXCEPT;
      default -> OTHER;
    };
  }
}
