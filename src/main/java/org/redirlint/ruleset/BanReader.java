package org.redirlint.ruleset;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.redirlint.http.Method;
import org.redirlint.rule.ban.Ban;
import org.redirlint.rule.ban.Ban.Server;
import org.redirlint.rule.ban.Done;
import org.redirlint.rule.request.RequestGlob;
import org.redirlint.rule.request.TextGlob;
import org.redirlint.rule.request.UrlGlob;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.Node.Mapping;

/** Reads the directives that a project does not want. */
final class BanReader {

  /** The keys of a ban. */
  static final Set<String> KEYS = keys();

  /** The keys that tell which directives are not wanted. */
  static final Set<String> MATCH_KEYS =
      Set.of("server", "directive", "arguments", "status", "path", "method", "target-host");

  private static final Set<String> DONE_KEYS = Set.of("status", "path", "method", "target-host");

  private static final int LONGEST_PATTERN = 1000;

  private BanReader() {}

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(OwnRules.WORDS);
    keys.add("match");
    return keys;
  }

  /** Reads a ban as a rule. */
  static RuleDefinition read(Mapping entry) {
    entry.allow(KEYS);
    entry.get("message");
    Mapping match = entry.get("match").asMapping();
    match.allow(MATCH_KEYS);
    Optional<Server> server =
        match
            .find("server")
            .map(s -> s.asOneOf("server", Map.of("nginx", Server.NGINX, "httpd", Server.HTTPD)));
    if (match.entries().size() == (server.isPresent() ? 1 : 0)) {
      throw match.place().complain("this would match all directives: say more of them");
    }
    Optional<Done> done = done(match);
    Ban ban =
        new Ban(
            new Ban.Written(
                server, match.texts("directive"), match.find("arguments").map(BanReader::pattern)),
            done);
    return OwnRules.read(
        entry,
        new OwnRules.Words(
            "Not wanted in this project: "
                + String.join(", ", match.entries().stream().map(BanReader::words).toList()),
            "",
            "The settings of this project do not want it.",
            "Write it in another way, or explain it by a comment \"redirlint: ignore\"."),
        server.map(one -> List.of(one.name().toLowerCase(Locale.ROOT))).orElse(BOTH),
        done.isPresent() ? Ban.DONE_VALUES : Ban.WRITTEN_VALUES,
        ban::check);
  }

  private static final List<String> BOTH = List.of("nginx", "httpd");

  private static String words(Node.Entry entry) {
    return entry.key() + " " + String.join(" or ", entry.value().asTexts());
  }

  private static Optional<Done> done(Mapping match) {
    if (match.entries().stream().noneMatch(entry -> DONE_KEYS.contains(entry.key()))) {
      return Optional.empty();
    }
    List<Method> methods =
        match.find("method").map(Node::asList).orElseGet(List::of).stream()
            .map(node -> OwnRules.parse(node, RequestGlob::method))
            .toList();
    UrlGlob url =
        match
            .find("path")
            .map(node -> OwnRules.parse(node, UrlGlob::parse))
            .orElseGet(() -> UrlGlob.parse("/**"));
    return Optional.of(
        new Done(
            new RequestGlob(methods, url),
            match.find("status").map(PromiseReader::statuses).orElseGet(Set::of),
            match
                .find("target-host")
                .map(node -> OwnRules.parse(node, text -> new TextGlob(lower(text))))));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Pattern pattern(Node node) {
    String text = node.asText();
    if (text.length() > LONGEST_PATTERN) {
      throw node.place().complain("this is longer than " + LONGEST_PATTERN + " characters");
    }
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException mistake) {
      throw node.place()
          .complain("this is no regular expression of RE2: " + mistake.getDescription());
    }
  }
}
