package org.redirlint.lint.fix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.TextEdit;

/** The places that fixes edit: each is claimed but once, by the first one that asks for it. */
final class Claims {

  private final Map<String, NavigableMap<Integer, TextEdit>> byFile = new HashMap<>();

  /** Begins with the places that some fixes edit. */
  Claims(List<Diagnostic> accepted) {
    accepted.forEach(found -> found.fix().map(Fix::edits).ifPresent(this::claim));
  }

  /** Claims the places of all edits of a fix; claims none if one of them is claimed already. */
  boolean claim(List<TextEdit> edits) {
    if (edits.stream().anyMatch(this::isClaimed)) {
      return false;
    }
    edits.forEach(edit -> in(edit).put(edit.span().start(), edit));
    return true;
  }

  /** No two claimed places overlap, so only the nearest ones can. */
  private boolean isClaimed(TextEdit edit) {
    Map.Entry<Integer, TextEdit> before = in(edit).floorEntry(edit.span().start());
    Map.Entry<Integer, TextEdit> after = in(edit).ceilingEntry(edit.span().start());
    return (before != null && overlap(before.getValue(), edit))
        || (after != null && overlap(after.getValue(), edit));
  }

  private static boolean overlap(TextEdit one, TextEdit other) {
    return one.span().start() == other.span().start()
        || (one.span().start() < other.span().end() && other.span().start() < one.span().end());
  }

  private NavigableMap<Integer, TextEdit> in(TextEdit edit) {
    return byFile.computeIfAbsent(edit.file().path(), first -> new TreeMap<>());
  }
}
