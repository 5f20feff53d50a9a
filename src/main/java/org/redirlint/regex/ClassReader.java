package org.redirlint.regex;

import java.util.Optional;
import org.redirlint.regex.grammar.PcreLexer;
import org.redirlint.regex.syntax.ByteSet;

/** Reads one bracketed character class as a set of bytes (pcre2pattern, "Square brackets"). */
final class ClassReader {

  private static final String BAD_RANGE = "invalid range in character class";

  private final WordSource words;
  private final boolean ignoreCase;
  private ByteSet members = ByteSet.NONE;

  /** The last byte read, while it may still begin a range. */
  private Optional<Character> low = Optional.empty();

  /** Whether the last member was a set, behind which a hyphen cannot stand for a range. */
  private boolean afterSet;

  private boolean understood = true;

  ClassReader(WordSource words, boolean ignoreCase) {
    this.words = words;
    this.ignoreCase = ignoreCase;
  }

  /** Reads up to the closing bracket. */
  ByteSet read(Word open) throws RegexSyntaxException {
    if (open.text().endsWith("]")) {
      low = Optional.of(']');
    }
    Word first = words.next();
    if (first.type() == PcreLexer.CLASS_CLOSE && low.isEmpty()) {
      // "[\E]": the bracket is the first member, as in "[]]".
      words.reopenClass();
      low = Optional.of(']');
      first = words.next();
    }
    for (Word word = first; word.type() != PcreLexer.CLASS_CLOSE; word = words.next()) {
      if (word.type() == PcreLexer.HYPHEN && (low.isPresent() || afterSet)) {
        hyphen(word);
      } else {
        member(word);
      }
    }
    flush();
    ByteSet set = ignoreCase ? members.inBothCases() : members;
    return open.text().startsWith("[^") ? set.complement() : set;
  }

  /** Tells whether every member was understood: Unicode properties are not. */
  boolean understood() {
    return understood;
  }

  /** Reads what follows a hyphen that may make a range. */
  private void hyphen(Word hyphen) throws RegexSyntaxException {
    if (words.peek() == ']') {
      flush();
      members = members.union(ByteSet.of('-'));
      return;
    }
    if (low.isEmpty()) {
      throw hyphen.refusedAt(0, BAD_RANGE);
    }
    char first = low.orElseThrow();
    Word word = words.next();
    if (word.type() == PcreLexer.POSIX) {
      throw word.refusedAt(1, BAD_RANGE);
    }
    if (word.type() == PcreLexer.SET || word.type() == PcreLexer.PROPERTY) {
      throw word.refusedBehind(BAD_RANGE);
    }
    String text = word.type() == PcreLexer.QUOTED ? word.quoted() : "" + single(word);
    if (text.isEmpty()) {
      flush();
      members = members.union(ByteSet.of('-'));
      return;
    }
    if (text.charAt(0) < first) {
      throw word.refusedAtLast("range out of order in character class");
    }
    members = members.union(ByteSet.range(first, text.charAt(0)));
    low = Optional.empty();
    afterSet = false;
    addAll(text.substring(1));
  }

  private void member(Word word) throws RegexSyntaxException {
    switch (word.type()) {
      case PcreLexer.POSIX -> addSet(posix(word));
      case PcreLexer.SET -> addSet(NamedSets.escape(word.text().charAt(1)));
      case PcreLexer.QUOTED -> addAll(word.quoted());
      case PcreLexer.PROPERTY -> {
        understood = false;
        addSet(ByteSet.NONE);
      }
      default -> addAll("" + single(word));
    }
  }

  private static ByteSet posix(Word word) throws RegexSyntaxException {
    String name = word.text().substring(2, word.text().length() - 2);
    Optional<ByteSet> set = NamedSets.posix(name);
    if (set.isEmpty()) {
      throw word.refusedAt(name.startsWith("^") ? 3 : 2, "unknown POSIX class name");
    }
    return set.orElseThrow();
  }

  /** Returns the one byte a word stands for. */
  private char single(Word word) throws RegexSyntaxException {
    switch (word.type()) {
      case PcreLexer.EOF -> throw words.refusedAtEnd("missing terminating ] for character class");
      case PcreLexer.LONE_BACKSLASH -> throw words.refusedAtEnd("\\ at end of pattern");
      case PcreLexer.COLLATING ->
          throw word.refusedAt(0, "POSIX collating elements are not supported");
      case PcreLexer.ESCAPED -> {
        char c = word.text().charAt(1);
        if (c == 'b') {
          return '\b';
        }
        if (c == 'N') {
          throw word.refusedBehind("\\N is not supported in a class");
        }
        if ("ABCGKRXZzkg".indexOf(c) >= 0) {
          throw word.refusedAtLast("escape sequence is invalid in character class");
        }
        return EscapedByte.read(word);
      }
      case PcreLexer.MEMBER, PcreLexer.HYPHEN -> {
        return word.text().charAt(0);
      }
      default -> {
        words.refuseOpenBrace(word);
        return EscapedByte.read(word);
      }
    }
  }

  private void addAll(String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      flush();
      low = Optional.of(bytes.charAt(i));
    }
  }

  private void addSet(ByteSet set) {
    flush();
    members = members.union(set);
    afterSet = true;
  }

  private void flush() {
    low.ifPresent(c -> members = members.union(ByteSet.of(c)));
    low = Optional.empty();
    afterSet = false;
  }
}
