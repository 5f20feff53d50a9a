package org.redirlint.model.httpd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.source.Origin;

/**
 * An {@code .htaccess} file.
 *
 * @param settings what it says
 * @param needs what must be allowed to be overridden for it: the first directive of each class, in
 *     order
 * @param refused the first thing httpd would refuse in it; empty if there is none
 */
public record Htaccess(
    Origin origin, Settings settings, List<Need> needs, Optional<Origin> refused) {

  public Htaccess {
    needs = firstOfEachClass(needs);
  }

  /**
   * httpd stops at the first directive that is not allowed, so the others of a class never count.
   */
  private static List<Need> firstOfEachClass(List<Need> needs) {
    Map<CoreSettings.Overridable, Need> first = new LinkedHashMap<>();
    needs.forEach(need -> first.putIfAbsent(need.override(), need));
    return List.copyOf(first.values());
  }

  /**
   * A directive, and the class it belongs to.
   *
   * @param directive its name
   * @param override its class
   */
  public record Need(Origin origin, String directive, CoreSettings.Overridable override) {}
}
