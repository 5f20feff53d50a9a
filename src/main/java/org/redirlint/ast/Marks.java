package org.redirlint.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.source.Span;

/** The placeholders in the text of one file, by their places. */
final class Marks {

  /** What follows the opening tells them from JSON, Lua tables and formats of logs. */
  private static final String TAG =
      "\\{\\{[-~#^/&!>]?\\s*[A-Za-z_.\"'$(][^{}\\n]*\\}\\}"
          + "|\\{%[-+]?\\s[^\\n]{0,1000}?%\\}"
          + "|<%(?:[-=#]|\\s)[\\s\\S]{0,1000}?%>";

  /** Two hexadecimal digits after a percent sign are an encoded character. */
  private static final String NAME =
      "@@?[A-Za-z][A-Za-z0-9_]*@@?"
          + "|__[A-Z][A-Z0-9_]*?__"
          + "|%(?![0-9A-F]{2}[A-Z0-9]?%)[A-Z][A-Z0-9_]{2,}%"
          + "|\\$\\{[A-Z_][A-Z0-9_]*\\}";

  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?=[{<@_%$])(?:(?<tag>" + TAG + ")|(?<name>" + NAME + "))");

  private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*#[^\\n]*");

  /** By where they begin; none meets another. */
  private final NavigableMap<Integer, Mark> marks = new TreeMap<>();

  /** The lines with placeholders, by where they begin. */
  private final NavigableMap<Integer, Line> lines = new TreeMap<>();

  private final Optional<Span> tag;
  private final Optional<Span> tagAlone;
  private final Optional<Span> tagAloneOrInBraces;

  /**
   * A placeholder.
   *
   * @param span where it stands
   * @param tag whether it is a tag, which may stand where the server sees words or blocks of their
   *     own
   * @param first whether nothing stands before it in its line
   */
  private record Mark(Span span, boolean tag, boolean first) {}

  /**
   * A line, and those that a backslash or a placeholder joins to it.
   *
   * @param span where it stands
   * @param indented where its first word begins
   * @param marks the placeholders in it
   */
  private record Line(Span span, int indented, List<Mark> marks) {}

  private Marks(String text, List<Mark> found) {
    found.forEach(mark -> marks.put(mark.span().start(), mark));
    this.tag = firstTag(mark -> true);
    this.tagAlone = firstTag(Mark::first);
    this.tagAloneOrInBraces =
        firstTag(mark -> mark.first() || text.charAt(mark.span().start()) == '{');
    for (int at = 0; at < found.size(); ) {
      int start = lineStart(text, found.get(at).span().start());
      int end = start;
      int next = at;
      while (next < found.size() && (next == at || found.get(next).span().start() < end)) {
        end = Math.max(end, lineEnd(text, Math.max(end, found.get(next).span().end() - 1)));
        next++;
      }
      List<Mark> ofLine = List.copyOf(found.subList(at, next));
      lines.put(start, new Line(new Span(start, end), indented(text, start), ofLine));
      at = next;
    }
  }

  /**
   * Returns the placeholders of a text, comments aside.
   *
   * @param isVariable tells a name that the server replaces itself
   */
  static Marks of(String text, Predicate<String> isVariable) {
    String read =
        COMMENT.matcher(text).replaceAll(found -> " ".repeat(found.end() - found.start()));
    List<Mark> found = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(read);
    while (matcher.find()) {
      boolean tag = matcher.group("tag") != null;
      if (tag || !isVariable.test(matcher.group())) {
        Span span = new Span(matcher.start(), matcher.end());
        found.add(new Mark(span, tag, isFirst(text, span.start())));
      }
    }
    return new Marks(text, found);
  }

  /** Tells whether there is no placeholder at all, as in nearly every file. */
  boolean isEmpty() {
    return marks.isEmpty();
  }

  /** Returns the first placeholder that is part of a place. */
  Optional<Span> in(Span place) {
    return Stream.of(marks.floorEntry(place.start()), marks.higherEntry(place.start()))
        .flatMap(Stream::ofNullable)
        .map(entry -> entry.getValue().span())
        .filter(span -> span.start() < place.end() && place.start() < span.end())
        .findFirst();
  }

  /**
   * Returns a placeholder that moves the words of the line in which a place begins: a tag, or any
   * if the place begins where the line does.
   */
  Optional<Span> moving(Span place) {
    return line(place).stream()
        .flatMap(
            line ->
                line.marks().stream()
                    .filter(mark -> mark.tag() || place.start() <= line.indented()))
        .findFirst()
        .map(Mark::span);
  }

  /**
   * Tells whether a tag in the line of a directive is no part of one of its words.
   *
   * @param keyword where the directive begins
   * @param words its words, in the order of the text
   */
  boolean scramble(Span keyword, List<Argument> words) {
    int word = 0;
    for (Mark mark : line(keyword).map(Line::marks).orElse(List.of())) {
      while (word < words.size() && words.get(word).span().end() < mark.span().end()) {
        word++;
      }
      boolean held = word < words.size() && words.get(word).span().start() <= mark.span().start();
      if (mark.tag() && !held) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the first tag that may open or close blocks, as a tag on a line of its own does, and
   * each one whose braces nginx reads.
   */
  Optional<Span> structuring(Dialect dialect) {
    return dialect == Dialect.NGINX ? tagAloneOrInBraces : tagAlone;
  }

  /** Returns the first tag. */
  Optional<Span> tag() {
    return tag;
  }

  private Optional<Span> firstTag(Predicate<Mark> wanted) {
    return marks.values().stream()
        .filter(mark -> mark.tag() && wanted.test(mark))
        .findFirst()
        .map(Mark::span);
  }

  private Optional<Line> line(Span place) {
    return Optional.ofNullable(lines.floorEntry(place.start()))
        .map(Map.Entry::getValue)
        .filter(line -> place.start() <= line.span().end());
  }

  private static boolean isFirst(String text, int offset) {
    int before = offset - 1;
    while (before >= 0 && text.charAt(before) != '\n') {
      if (!Character.isWhitespace(text.charAt(before))) {
        return false;
      }
      before--;
    }
    return true;
  }

  private static int indented(String text, int lineStart) {
    int at = lineStart;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int lineStart(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    while (start > 1 && isJoined(text, start - 1)) {
      start = text.lastIndexOf('\n', start - 2) + 1;
    }
    return start;
  }

  private static int lineEnd(String text, int offset) {
    int end = text.indexOf('\n', offset);
    while (end > 0 && isJoined(text, end)) {
      end = text.indexOf('\n', end + 1);
    }
    return end < 0 ? text.length() : end;
  }

  private static boolean isJoined(String text, int lineBreak) {
    int last = lineBreak - (lineBreak > 0 && text.charAt(lineBreak - 1) == '\r' ? 2 : 1);
    return last >= 0 && text.charAt(last) == '\\';
  }
}
