package org.redirlint.ast;

/** How an argument is written. */
public enum Quoting {
  /** Without quotes. */
  BARE,
  /** In single quotes. */
  SINGLE,
  /** In double quotes. */
  DOUBLE,
  /** As a block of another language, taken whole: the Lua code of {@code *_by_lua_block}. */
  VERBATIM
}
