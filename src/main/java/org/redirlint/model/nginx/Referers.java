package org.redirlint.model.nginx;

import java.util.List;
import org.redirlint.model.Pattern;
import org.redirlint.source.Origin;

/**
 * {@code valid_referers}.
 *
 * @param origin the directive
 * @param none whether no Referer is valid
 * @param blocked whether a Referer without a scheme is valid
 * @param names host names and the beginning of the path each asks for, the empty string for any
 * @param patterns regular expressions the Referer is compared with, its scheme left out
 * @param hostPatterns regular expressions the host is compared with
 */
public record Referers(
    Origin origin,
    boolean none,
    boolean blocked,
    NameTable<String> names,
    List<Pattern> patterns,
    List<Pattern> hostPatterns) {

  public Referers {
    patterns = List.copyOf(patterns);
    hostPatterns = List.copyOf(hostPatterns);
  }
}
