package org.redirlint.resolve.httpd;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.CoreSettings;
import org.redirlint.model.httpd.CoreSettings.EncodedSlashes;
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
      case "options" -> options = Optional.of(OptionsReader.read(statement.arguments()));
      case "allowoverride" -> override = Optional.of(OverrideReader.read(statement.arguments()));
      case "usecanonicalname" -> {
        oneOf(first, "parameter must be 'on', 'off', or 'dns'", "on", "off", "dns");
        canonicalName = Optional.of(statement.isOn());
      }
      case "usecanonicalphysicalport" -> {
        oneOf(first, "parameter must be 'on' or 'off'", "on", "off");
        physicalPort = Optional.of(statement.isOn());
      }
      case "allowencodedslashes" -> {
        oneOf(first, "AllowEncodedSlashes must be On, Off, or NoDecode", "on", "off", "nodecode");
        encodedSlashes =
            Optional.of(
                first.equalsIgnoreCase("nodecode")
                    ? EncodedSlashes.NO_DECODE
                    : statement.isOn() ? EncodedSlashes.ON : EncodedSlashes.OFF);
      }
      case "acceptpathinfo" -> {
        oneOf(first, "AcceptPathInfo must be set to on, off or default", "on", "off", "default");
        acceptPathInfo =
            first.equalsIgnoreCase("default") ? Optional.empty() : Optional.of(statement.isOn());
      }
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

  private static void oneOf(String word, String refusal, String... words) throws RefusedException {
    if (!Set.of(words).contains(word.toLowerCase(Locale.ROOT))) {
      throw new RefusedException(refusal);
    }
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
}
