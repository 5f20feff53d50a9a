package org.redirlint.resolve.nginx;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.LocationMatch;

/** Reads the names of the locations of one level (ngx_http_core_location). */
final class LocationNameReader {

  private final Problems problems;
  private final PatternReader patterns;
  private final Optional<LocationName> outer;
  private final Set<String> seen = new HashSet<>();

  LocationNameReader(Problems problems, Optional<LocationName> outer) {
    this.problems = problems;
    this.patterns = new PatternReader(problems);
    this.outer = outer;
  }

  /** Reads a name; empty where nginx would refuse the location. */
  Optional<LocationName> read(LoadedDirective block) {
    int count = block.arguments().size();
    if (count == 0 || count > 2) {
      return Optional.empty();
    }
    Argument last = block.arguments().get(count - 1);
    String modifier = count == 2 ? block.argument(0) : modifier(last.value());
    String text = count == 2 ? last.value() : last.value().substring(modifier.length());
    Optional<LocationMatch> match =
        switch (modifier) {
          case "=" -> Optional.of(new LocationMatch.Exact(text));
          case "^~" -> Optional.of(new LocationMatch.PriorityPrefix(text));
          case "~", "~*" ->
              patterns
                  .read(block, last, text, modifier.equals("~*"))
                  .map(LocationMatch.RegexMatch::new);
          case "" ->
              Optional.of(
                  text.startsWith("@")
                      ? new LocationMatch.Named(text)
                      : new LocationMatch.Prefix(text));
          default -> {
            problems.add(
                block, block.arguments().get(0), "invalid location modifier \"" + modifier + "\"");
            yield Optional.empty();
          }
        };
    Optional<LocationName> name = match.map(m -> new LocationName(text, m));
    return name.filter(n -> isAccepted(block, last, n));
  }

  private static String modifier(String text) {
    for (String modifier : new String[] {"=", "^~", "~*", "~"}) {
      if (text.startsWith(modifier)) {
        return modifier;
      }
    }
    return "";
  }

  private boolean isAccepted(LoadedDirective block, Argument argument, LocationName name) {
    Optional<String> refusal = outer.flatMap(around -> refusal(name, around));
    if (refusal.isPresent()) {
      problems.add(block, argument, refusal.get());
      return false;
    }
    String key = (name.isExact() ? "=" : "") + name.text();
    if (!name.isRegex() && !seen.add(key)) {
      problems.add(block, argument, "duplicate location \"" + name.text() + "\"");
      return false;
    }
    return true;
  }

  private static Optional<String> refusal(LocationName name, LocationName around) {
    String text = name.text();
    if (around.isExact()) {
      return Optional.of(
          "location \""
              + text
              + "\" cannot be inside the exact location \""
              + around.text()
              + "\"");
    }
    if (around.isNamed()) {
      return Optional.of(
          "location \""
              + text
              + "\" cannot be inside the named location \""
              + around.text()
              + "\"");
    }
    if (name.isNamed()) {
      return Optional.of("named location \"" + text + "\" can be on the server level only");
    }
    boolean outside = !name.isRegex() && !text.startsWith(around.text());
    return outside
        ? Optional.of("location \"" + text + "\" is outside location \"" + around.text() + "\"")
        : Optional.empty();
  }
}
