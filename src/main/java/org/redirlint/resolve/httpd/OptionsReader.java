package org.redirlint.resolve.httpd;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.CoreSettings.Option;
import org.redirlint.model.httpd.CoreSettings.Options;

/** Reads {@code Options} (set_options). */
final class OptionsReader {

  private static final Set<String> COMPLETE = Set.of("all", "none");

  private OptionsReader() {}

  /**
   * Returns the options.
   *
   * @throws RefusedException if a word is no option, or the words do not go together
   */
  static Options read(List<String> words) throws RefusedException {
    Set<Option> absolute = EnumSet.noneOf(Option.class);
    Set<Option> added = EnumSet.noneOf(Option.class);
    Set<Option> removed = EnumSet.noneOf(Option.class);
    boolean signed = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean isSigned = word.startsWith("+") || word.startsWith("-");
      String name = isSigned ? word.substring(1) : word;
      boolean complete = COMPLETE.contains(name.toLowerCase(Locale.ROOT));
      if (i > 0 && signed != isSigned && !complete && !beginsComplete(words)) {
        throw new RefusedException("Either all Options must start with + or -, or no Option may.");
      }
      if (complete) {
        refuseComplete(name, isSigned, i);
      }
      Set<Option> meant = option(name);
      if (isSigned) {
        signed = true;
        (word.startsWith("+") ? added : removed).addAll(meant);
        (word.startsWith("+") ? removed : added).removeAll(meant);
      } else {
        absolute.addAll(meant);
      }
    }
    return new Options(signed ? Optional.empty() : Optional.of(absolute), added, removed);
  }

  private static boolean beginsComplete(List<String> words) {
    return COMPLETE.contains(words.get(0).toLowerCase(Locale.ROOT));
  }

  private static void refuseComplete(String name, boolean signed, int index)
      throws RefusedException {
    boolean all = name.equalsIgnoreCase("all");
    String option = all ? "All" : "None";
    if (signed) {
      throw new RefusedException(
          "You may not use 'Options +%s' or 'Options -%s'.".formatted(option, option));
    }
    if (index > 0) {
      throw new RefusedException(
          "'Options %s' must be the first %s given.".formatted(option, all ? "option" : "Option"));
    }
  }

  /**
   * Returns what a word stands for.
   *
   * @throws RefusedException if it is no option
   */
  static Set<Option> option(String word) throws RefusedException {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "all" ->
          EnumSet.of(Option.FOLLOW_SYM_LINKS, Option.INDEXES, Option.EXEC_CGI, Option.INCLUDES);
      case "none" -> EnumSet.noneOf(Option.class);
      case "followsymlinks" -> EnumSet.of(Option.FOLLOW_SYM_LINKS);
      case "symlinksifownermatch" -> EnumSet.of(Option.SYM_LINKS_IF_OWNER_MATCH);
      case "indexes" -> EnumSet.of(Option.INDEXES);
      case "multiviews" -> EnumSet.of(Option.MULTI_VIEWS);
      case "execcgi" -> EnumSet.of(Option.EXEC_CGI);
      case "includes", "includesnoexec" -> EnumSet.of(Option.INCLUDES);
      default -> throw new RefusedException(("Illegal option " + word).strip());
    };
  }
}
