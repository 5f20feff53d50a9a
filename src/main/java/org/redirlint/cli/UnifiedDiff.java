package org.redirlint.cli;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.redirlint.lint.fix.ChangedFile;
import org.redirlint.source.Printable;
import org.redirlint.source.SourceFile;

/** The difference between a file as it is and as it would be, as {@code patch} and git read it. */
final class UnifiedDiff {

  private static final int CONTEXT = 3;
  private static final String NO_LINE_BREAK = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  /**
   * Returns the difference; what is no UTF-8 stands in it as ISO 8859-1.
   *
   * @param harmless whether it is to be looked at, so that no control character may be in it
   */
  static String of(ChangedFile file, boolean harmless) {
    List<String> before = lines(file.before().text());
    UnaryOperator<String> shown = harmless ? UnifiedDiff::harmless : UnaryOperator.identity();
    return String.join(
        "",
        UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + file.before().path(),
                "b/" + file.after().path(),
                before,
                patch(file),
                CONTEXT)
            .stream()
            .map(line -> shown.apply(line) + "\n")
            .toList());
  }

  /** What is changed is known: nothing has to be searched. */
  private static Patch<String> patch(ChangedFile file) {
    Patch<String> patch = new Patch<>();
    int longer = 0;
    for (ChangedFile.Stretch stretch : file.stretches()) {
      int line = file.before().position(stretch.before().start()).line() - 1;
      List<String> old = lines(file.before().text(stretch.before()));
      List<String> now = lines(file.after().text(stretch.after()));
      int same = 0;
      while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
        same++;
      }
      int sameEnd = 0;
      while (sameEnd < Math.min(old.size(), now.size()) - same
          && old.get(old.size() - 1 - sameEnd).equals(now.get(now.size() - 1 - sameEnd))) {
        sameEnd++;
      }
      patch.addDelta(
          new ChangeDelta<>(
              new Chunk<>(line + same, old.subList(same, old.size() - sameEnd)),
              new Chunk<>(line + longer + same, now.subList(same, now.size() - sameEnd))));
      longer += now.size() - old.size();
    }
    return patch;
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(SourceFile.readable(text.substring(start, end)));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(SourceFile.readable(text.substring(start)) + NO_LINE_BREAK);
    }
    return lines;
  }

  private static String harmless(String line) {
    String text =
        line.endsWith(NO_LINE_BREAK)
            ? line.substring(0, line.length() - NO_LINE_BREAK.length())
            : line;
    return Printable.of(text) + line.substring(text.length());
  }
}
