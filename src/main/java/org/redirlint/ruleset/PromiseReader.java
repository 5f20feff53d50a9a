package org.redirlint.ruleset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.redirlint.rule.promise.Demand;
import org.redirlint.rule.promise.Promise;
import org.redirlint.rule.request.RequestGlob;
import org.redirlint.rule.request.UrlGlob;
import org.redirlint.ruleset.yaml.Names;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.Node.Mapping;

/** Reads the promises of a project. */
final class PromiseReader {

  /** What can be promised. */
  private static final Set<String> DEMANDS = Set.of("never", "reaches", "within", "stays");

  /** The keys of a promise. */
  static final Set<String> KEYS = keys();

  private static final Map<String, Set<Integer>> STATUSES =
      Map.of(
          "301", Set.of(301),
          "302", Set.of(302),
          "303", Set.of(303),
          "307", Set.of(307),
          "308", Set.of(308),
          "3xx", Set.of(301, 302, 303, 307, 308));

  private static final int MOST_REDIRECTS = 20;

  private PromiseReader() {}

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(OwnRules.WORDS);
    keys.addAll(DEMANDS);
    keys.add("for");
    keys.add("except");
    return keys;
  }

  /** Reads a promise as a rule that is broken where the promise is. */
  static RuleDefinition read(Mapping entry) {
    entry.allow(KEYS);
    List<Demand> demands = demands(entry);
    if (demands.isEmpty()) {
      throw entry
          .place()
          .complain(
              "nothing is promised: there is none of " + String.join(", ", new TreeSet<>(DEMANDS)));
    }
    entry.get("for");
    Promise promise = new Promise(requests(entry, "for"), requests(entry, "except"), demands);
    return OwnRules.read(
        entry,
        new OwnRules.Words(
            "A promise of this project: " + promise.words(),
            "{problem}",
            "The settings of this project promise it.",
            "Change what the directive answers to such requests, or name them in the promise's"
                + " \"except\"."),
        List.of("nginx", "httpd"),
        Promise.VALUES,
        promise::check);
  }

  private static List<RequestGlob> requests(Mapping entry, String key) {
    return entry.find(key).map(Node::asList).orElseGet(List::of).stream()
        .map(node -> OwnRules.parse(node, RequestGlob::parse))
        .toList();
  }

  private static List<Demand> demands(Mapping entry) {
    List<Demand> demands = new ArrayList<>();
    entry.find("never").map(PromiseReader::statuses).map(Demand.Never::new).ifPresent(demands::add);
    Optional<Node> goal = entry.find("reaches");
    Optional<Node> within = entry.find("within");
    if (goal.isPresent()) {
      OptionalInt most = within.map(n -> OptionalInt.of(number(n, 1))).orElse(OptionalInt.empty());
      demands.add(new Demand.Reaches(OwnRules.parse(goal.get(), UrlGlob::parse), most));
    } else {
      within.ifPresent(node -> demands.add(new Demand.Within(number(node, 0))));
    }
    entry.find("stays").flatMap(PromiseReader::stays).ifPresent(demands::add);
    return demands;
  }

  /** Reads statuses of redirects. */
  static Set<Integer> statuses(Node node) {
    Set<Integer> statuses = new HashSet<>();
    List<Node> items = node.asList();
    if (items.isEmpty()) {
      throw node.place().complain("expected a status, found an empty list");
    }
    items.forEach(item -> statuses.addAll(item.asOneOf("status of a redirect", STATUSES)));
    return statuses;
  }

  private static int number(Node node, int least) {
    String text = node.asText();
    int number = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    if (number < least || number > MOST_REDIRECTS) {
      throw node.place()
          .complain(
              "expected a number of redirects from "
                  + least
                  + " to "
                  + MOST_REDIRECTS
                  + ", found "
                  + node.kind());
    }
    return number;
  }

  private static Optional<Demand> stays(Node node) {
    if (!node.asText().equals("true")) {
      throw node.place().complain(Names.unknown("way to stay", node.asText(), Set.of("true")));
    }
    return Optional.of(new Demand.Stays());
  }
}
