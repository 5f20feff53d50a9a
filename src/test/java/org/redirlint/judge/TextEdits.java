package org.redirlint.judge;

import java.util.Map;
import java.util.TreeMap;
import org.redirlint.source.Span;

/** Changes to a text, each at a place of the text as it was. */
final class TextEdits {

  private final Map<Integer, Edit> edits = new TreeMap<>();

  private record Edit(int end, String text) {}

  /** Puts another text at a place; the outermost and first change of a place counts. */
  void replace(Span span, String text) {
    edits.putIfAbsent(span.start(), new Edit(span.end(), text));
  }

  /** Puts a text before an offset. */
  void insert(int offset, String text) {
    replace(new Span(offset, offset), text);
  }

  /** Returns a stretch of the text with its changes. */
  String apply(String original, Span stretch) {
    StringBuilder text = new StringBuilder();
    int reached = stretch.start();
    for (Map.Entry<Integer, Edit> entry : edits.entrySet()) {
      if (entry.getKey() >= reached && entry.getKey() <= stretch.end()) {
        text.append(original, reached, entry.getKey()).append(entry.getValue().text());
        reached = entry.getValue().end();
      }
    }
    return text.append(original, reached, Math.max(reached, stretch.end())).toString();
  }
}
