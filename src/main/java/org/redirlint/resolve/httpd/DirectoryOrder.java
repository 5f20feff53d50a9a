package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.redirlint.model.httpd.Section;

/** The order of {@code Directory} sections: shortest path first, patterns last. */
final class DirectoryOrder {

  private DirectoryOrder() {}

  /** Sorts sections as the core does when it starts (ap_core_reorder_directories). */
  static List<Section> sorted(List<Section> sections) {
    List<Section> sorted = new ArrayList<>(sections);
    sorted.sort(
        Comparator.comparing((Section section) -> section.pattern().isPresent())
            .thenComparingInt(section -> section.pattern().isPresent() ? 0 : section.depth()));
    return sorted;
  }
}
