package org.redirlint.lint.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * A file with some edits, none of which overlaps another one.
 *
 * @param before the file as it was read
 * @param after the file with the edits
 * @param shifts how far what follows an edit's end is moved, by that end
 * @param starts where an edit's place begins, by its end
 */
public record ChangedFile(
    SourceFile before,
    SourceFile after,
    NavigableMap<Integer, Integer> shifts,
    Map<Integer, Integer> starts) {

  private static final Comparator<TextEdit> BY_PLACE =
      Comparator.comparingInt((TextEdit edit) -> edit.span().start())
          .thenComparingInt(edit -> edit.span().end());

  /** Takes copies. */
  public ChangedFile {
    shifts = new TreeMap<>(shifts);
    starts = Map.copyOf(starts);
  }

  /** Returns the files that the fixes of some findings change. */
  static List<ChangedFile> of(List<Diagnostic> findings) {
    Map<String, List<TextEdit>> byFile = new LinkedHashMap<>();
    findings.stream()
        .flatMap(finding -> finding.fix().stream())
        .map(Fix::edits)
        .flatMap(List::stream)
        .forEach(
            edit ->
                byFile.computeIfAbsent(edit.file().path(), first -> new ArrayList<>()).add(edit));
    return byFile.values().stream().map(ChangedFile::edited).toList();
  }

  private static ChangedFile edited(List<TextEdit> unsorted) {
    List<TextEdit> edits = unsorted.stream().sorted(BY_PLACE).toList();
    SourceFile file = edits.get(0).file();
    NavigableMap<Integer, Integer> shifts = new TreeMap<>();
    Map<Integer, Integer> starts = new HashMap<>();
    StringBuilder text = new StringBuilder(file.length());
    int reached = 0;
    for (TextEdit edit : edits) {
      text.append(file.text(), reached, edit.span().start()).append(edit.text());
      reached = edit.span().end();
      shifts.put(reached, text.length() - reached);
      starts.merge(reached, edit.span().start(), Math::min);
    }
    text.append(file.text(), reached, file.length());
    return new ChangedFile(file, SourceFile.ofBytes(file.path(), text.toString()), shifts, starts);
  }

  /**
   * A stretch of whole lines that is changed.
   *
   * @param before its place in the file as it was
   * @param after its place in the file as it is now
   */
  public record Stretch(Span before, Span after) {}

  /** Returns the lines that are changed, each of them once, by place. */
  public List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int shift = 0;
    for (Map.Entry<Integer, Integer> edit : shifts.entrySet()) {
      int start = starts.getOrDefault(edit.getKey(), edit.getKey());
      int first = before.text().lastIndexOf('\n', start - 1) + 1;
      int lineBreak = before.text().indexOf('\n', edit.getKey());
      int last = lineBreak < 0 ? before.length() : lineBreak + 1;
      Span old = new Span(first, last);
      Span now = new Span(first + shift, last + edit.getValue());
      int end = stretches.size() - 1;
      if (end >= 0 && first < stretches.get(end).before().end()) {
        Stretch known = stretches.remove(end);
        old = known.before().to(old);
        now = new Span(known.after().start(), now.end());
      }
      stretches.add(new Stretch(old, now));
      shift = edit.getValue();
    }
    return stretches;
  }

  /**
   * Returns where an offset of the file as it was lies now; one inside of a stretch that was
   * replaced lies at the start of what replaces it.
   */
  int moved(int offset) {
    Map.Entry<Integer, Integer> last = shifts.floorEntry(offset);
    int shift = last == null ? 0 : last.getValue();
    int before = offset;
    Map.Entry<Integer, Integer> next = shifts.higherEntry(offset);
    if (next != null) {
      before = Math.min(offset, starts.getOrDefault(next.getKey(), offset));
    }
    return before + shift;
  }
}
