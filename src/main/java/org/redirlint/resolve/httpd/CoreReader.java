package org.redirlint.resolve.httpd;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.CoreSettings;
import org.redirlint.model.httpd.CoreSettings.EncodedSlashes;
import org.redirlint.model.httpd.CoreSettings.Option;
import org.redirlint.model.httpd.CoreSettings.Options;
import org.redirlint.model.httpd.CoreSettings.Overridable;
import org.redirlint.model.httpd.Spelling;

/** Reads directives of the core and of mod_mime in one place of the configuration. */
final class CoreReader {

  private Optional<Options> options = Optional.empty();
  private Optional<Set<Overridable>> override = Optional.empty();
  private Optional<Boolean> canonicalName = Optional.empty();
  private Optional<Boolean> physicalPort = Optional.empty();
  private Optional<EncodedSlashes> encodedSlashes = Optional.empty();
  private Optional<Boolean> acceptPathInfo = Optional.empty();
  private Optional<String> handler = Optional.empty();
  private Optional<Spelling> spelling = Optional.empty();
  private final Map<String, String> handlers = new HashMap<>();
  private boolean present;

  CoreSettings settings() {
    return present
        ? new CoreSettings(
            options,
            override,
            canonicalName,
            physicalPort,
            encodedSlashes,
            acceptPathInfo,
            handler,
            handlers,
            spelling)
        : CoreSettings.NONE;
  }

  /** Reads a directive; tells whether it is one of these. */
  boolean read(Statement statement) throws RefusedException {
    String first = statement.argument(0);
    switch (statement.name()) {
      case "options" -> options = Optional.of(options(statement.arguments()));
      case "allowoverride" -> override = Optional.of(override(statement.arguments()));
      case "usecanonicalname" -> canonicalName = Optional.of(statement.isOn());
      case "usecanonicalphysicalport" -> physicalPort = Optional.of(statement.isOn());
      case "allowencodedslashes" ->
          encodedSlashes =
              Optional.of(
                  first.equalsIgnoreCase("nodecode")
                      ? EncodedSlashes.NO_DECODE
                      : statement.isOn() ? EncodedSlashes.ON : EncodedSlashes.OFF);
      case "acceptpathinfo" ->
          acceptPathInfo =
              first.equalsIgnoreCase("default") ? Optional.empty() : Optional.of(statement.isOn());
      case "sethandler" ->
          handler =
              first.equalsIgnoreCase("none") || first.equalsIgnoreCase("default-handler")
                  ? Optional.of("")
                  : Optional.of("SetHandler " + first);
      case "addhandler" -> extensions(statement);
      case "addtype" -> {
        if (first.startsWith("application/x-httpd")) {
          extensions(statement);
        }
      }
      case "checkspelling" ->
          spelling = Optional.of(spelling(statement).withEnabled(statement.isOn()));
      case "checkcaseonly" ->
          spelling = Optional.of(spelling(statement).withCaseOnly(statement.isOn()));
      case "checkbasenamematch" ->
          spelling = Optional.of(spelling(statement).withBasenameMatch(statement.isOn()));
      default -> {
        return false;
      }
    }
    present = true;
    return true;
  }

  private Spelling spelling(Statement statement) {
    return spelling.orElseGet(() -> Spelling.at(statement.origin()));
  }

  private void extensions(Statement statement) {
    List<String> words = statement.arguments();
    for (String extension : words.subList(Math.min(1, words.size()), words.size())) {
      handlers.put(
          extension.replaceFirst("^\\.", "").toLowerCase(Locale.ROOT),
          statement.source().name() + " " + words.get(0));
    }
  }

  private static Options options(List<String> words) throws RefusedException {
    Set<Option> absolute = EnumSet.noneOf(Option.class);
    Set<Option> added = EnumSet.noneOf(Option.class);
    Set<Option> removed = EnumSet.noneOf(Option.class);
    boolean signed = false;
    for (String word : words) {
      char sign = word.isEmpty() ? 0 : word.charAt(0);
      boolean isSigned = sign == '+' || sign == '-';
      Set<Option> meant = option(isSigned ? word.substring(1) : word);
      if (isSigned) {
        signed = true;
        (sign == '+' ? added : removed).addAll(meant);
        (sign == '+' ? removed : added).removeAll(meant);
      } else {
        absolute.addAll(meant);
      }
    }
    return new Options(signed ? Optional.empty() : Optional.of(absolute), added, removed);
  }

  private static Set<Option> option(String word) throws RefusedException {
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
      default -> throw new RefusedException("Illegal option " + word);
    };
  }

  private static Set<Overridable> override(List<String> words) {
    Set<Overridable> allowed = EnumSet.noneOf(Overridable.class);
    for (String word : words) {
      switch (word.toLowerCase(Locale.ROOT).replaceFirst("=.*", "")) {
        case "all" -> allowed.addAll(EnumSet.allOf(Overridable.class));
        case "authconfig" -> allowed.add(Overridable.AUTH_CONFIG);
        case "fileinfo" -> allowed.add(Overridable.FILE_INFO);
        case "indexes" -> allowed.add(Overridable.INDEXES);
        case "limit" -> allowed.add(Overridable.LIMIT);
        case "options" -> allowed.add(Overridable.OPTIONS);
        default -> {}
      }
    }
    return allowed;
  }
}
