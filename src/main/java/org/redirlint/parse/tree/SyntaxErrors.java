package org.redirlint.parse.tree;

import org.redirlint.ast.Dialect;
import org.redirlint.source.SourceFile;

/**
 * Every sentence a parser can say, in one place; each says what was expected and what was found.
 */
public final class SyntaxErrors {

  private static final int LONGEST_QUOTATION = 60;

  private SyntaxErrors() {}

  /** A file that says of itself that it is something else. */
  public static String otherLanguage(String name) {
    return "this file is written in " + name + ": it is no configuration";
  }

  /** A directive that does not end where it has to. */
  public static String unfinished(String directive, String expected, String found) {
    return "expected %s to end %s, found %s".formatted(expected, quote(directive), found);
  }

  /** Something where a directive has to begin. */
  public static String noDirective(String found) {
    return "expected a directive, found " + found;
  }

  /** A closing brace or tag too much. */
  public static String nothingToClose(String found) {
    return "found %s, but no block is open that it could close".formatted(quote(found));
  }

  /** A closing quote with something directly behind it. */
  public static String glued(String found) {
    return "expected white space, \";\" or \"{\" after the closing quote, found " + quote(found);
  }

  /** A quote without a partner. */
  public static String unterminated(String quote) {
    return "expected a closing %s, found the end of the file".formatted(quote);
  }

  /** A section's opening tag without its bracket. */
  public static String noBracket(String section) {
    return "expected \">\" to end <%s, found the end of the line".formatted(readable(section));
  }

  /** A section's closing tag without its bracket. */
  public static String noClosingBracket(String tag) {
    return "expected \">\" right after the name, found %s".formatted(quote(tag));
  }

  /** A {@code <} without a name. */
  public static String noSectionName() {
    return "expected a section's name right after \"<\", found white space";
  }

  /** A closing tag for another section than the one that is open. */
  public static String wrongClosingTag(String expected, String found) {
    return "expected </%s>, found %s".formatted(readable(expected), quote(found));
  }

  /** {@code RewriteRule^…}: a name that has grown together with its first argument. */
  public static String noSpaceAfterName(String name, String found) {
    return "expected white space after %s, found %s".formatted(name, quote(found));
  }

  /** A block that the end of the file interrupts. */
  public static String unclosed(String name, int line, int others, Dialect dialect) {
    String also =
        others == 0
            ? ""
            : " (nor " + (others == 1 ? "is one block" : "are %d blocks") + " inside it)";
    return "expected %s to close the %s opened on line %d, found the end of the file%s"
        .formatted(closing(name, dialect), block(name, dialect), line, also.formatted(others));
  }

  /** The hint at the place where a block was opened. */
  public static String openedHere(String name, Dialect dialect) {
    return block(name, dialect) + " is opened here";
  }

  /** Blocks within blocks within blocks. */
  public static String nestedTooDeep(int limit) {
    return "blocks may not nest more than %d levels deep".formatted(limit);
  }

  /** A word that does not fit into the server's buffer; mostly a quote that is not closed. */
  public static String tooLong(int limit) {
    return "expected a word of at most %d bytes, found a longer one (is its quote closed?)"
        .formatted(limit);
  }

  /** A byte order mark, which both servers take for a part of the first word. */
  public static String byteOrderMark(Dialect dialect) {
    return "expected a directive, found a byte order mark, which %s takes for a part of the first word"
        .formatted(dialect.server());
  }

  /** The end of the file as something found. */
  public static String endOfFile() {
    return "the end of the file";
  }

  /** Quotes a piece of the file, cut where it is long. */
  public static String quote(String bytes) {
    String text = readable(bytes).replaceAll("\\s+", " ");
    return '"'
        + (text.length() <= LONGEST_QUOTATION ? text : text.substring(0, LONGEST_QUOTATION) + "…")
        + '"';
  }

  private static String closing(String name, Dialect dialect) {
    return dialect == Dialect.NGINX ? "\"}\"" : "</" + readable(name) + ">";
  }

  private static String block(String name, Dialect dialect) {
    return dialect == Dialect.NGINX ? quote(name) + " block" : "<" + readable(name) + "> section";
  }

  private static String readable(String bytes) {
    return SourceFile.readable(bytes);
  }
}
