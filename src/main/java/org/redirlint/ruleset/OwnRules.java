package org.redirlint.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Rule;
import org.redirlint.ruleset.yaml.Names;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.Node.Mapping;

/** What all rules have in common that a project writes itself: their names and their words. */
final class OwnRules {

  /** The keys of a rule's words. */
  static final Set<String> WORDS =
      Set.of("id", "severity", "summary", "message", "why", "help", "references");

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  private OwnRules() {}

  /**
   * Reads a rule's words.
   *
   * @param entry the rule
   * @param usual what is said where the project says nothing
   * @param servers the servers it applies to
   * @param values the names that may stand in braces in a message
   * @param rule what looks for findings
   */
  static RuleDefinition read(
      Mapping entry, Words usual, List<String> servers, Set<String> values, Rule rule) {
    Node id = entry.get("id");
    if (!ID.matcher(id.asText()).matches()) {
      throw id.place()
          .complain("expected a name as shop-keeps-posts, found \"" + id.asText() + "\"");
    }
    Optional<Node> message = entry.find("message");
    message.ifPresent(text -> checkPlaceholders(text, values));
    RuleInfo info =
        new RuleInfo(
            id.asText(),
            RuleInfo.OWN,
            entry
                .find("severity")
                .map(s -> s.asOneOf("severity", RuleDefinition.SEVERITIES))
                .orElse(Severity.ERROR),
            servers,
            text(entry, "summary", usual.summary()),
            text(entry, "why", usual.why()),
            text(entry, "help", usual.help()),
            entry.texts("references"));
    return new RuleDefinition(
        info,
        message.map(Node::asText).orElse(usual.message()),
        options -> rule,
        Map.of(),
        Optional.empty());
  }

  /**
   * What is said of a rule.
   *
   * @param summary what it finds, one line
   * @param message what is said of a finding
   * @param why what is bad about it
   * @param help how to mend it
   */
  record Words(String summary, String message, String why, String help) {}

  private static String text(Mapping entry, String key, String usual) {
    return entry.find(key).map(Node::asText).orElse(usual);
  }

  private static void checkPlaceholders(Node message, Set<String> values) {
    Matcher matcher = PLACEHOLDER.matcher(message.asText());
    while (matcher.find()) {
      if (!values.contains(matcher.group(1))) {
        throw message.place().complain(Names.unknown("value", matcher.group(1), values));
      }
    }
  }

  /** Reads a text whose reader complains by an {@link IllegalArgumentException}. */
  static <T> T parse(Node node, Function<String, T> reader) {
    try {
      return reader.apply(node.asText());
    } catch (IllegalArgumentException mistake) {
      throw node.place().complain(String.valueOf(mistake.getMessage()));
    }
  }
}
