package org.redirlint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redirlint.regex.MatchResult.Matched;
import org.redirlint.regex.MatchResult.Undetermined;

/** Compares with the recorded answers of the real PCRE2. */
class PcreTest {

  @Test
  void refusesWhatPcreRefusesInTheSameWords() {
    List<String> differences = new ArrayList<>();
    for (Recorded.Entry entry : Recorded.read("compiled.jsonl")) {
      String ours = refusal(entry).orElse("accepted");
      if (!ours.equals(entry.refused().orElse("accepted"))) {
        differences.add(entry.pattern() + ": " + ours + ", not " + entry.refused());
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void matchesAsPcreDoes() throws RegexSyntaxException {
    List<String> differences = new ArrayList<>();
    int decided = 0;
    for (Recorded.Entry entry : Recorded.read("matched.jsonl")) {
      String ours = refusal(entry).orElse("accepted");
      if (!ours.equals(entry.refused().orElse("accepted"))) {
        differences.add(entry.pattern() + ": " + ours + ", not " + entry.refused());
      }
      if (!ours.equals("accepted") || entry.refused().isPresent()) {
        continue;
      }
      Regex regex = Regex.compile(entry.pattern(), entry.ignoreCase());
      for (Recorded.Found found : entry.matches()) {
        MatchResult result = regex.match(found.subject());
        if (result instanceof Undetermined) {
          continue;
        }
        decided++;
        String expected = found.groups().map(groups -> texts(groups)).orElse("no match");
        String actual =
            result instanceof Matched matched ? matched.groups().toString() : "no match";
        if (!actual.equals(expected)) {
          differences.add(entry + " on " + found.subject() + ": " + actual);
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(decided).isGreaterThan(1500);
  }

  private static String texts(List<Optional<String>> groups) {
    return groups.stream().map(group -> group.orElse("")).toList().toString();
  }

  private static Optional<String> refusal(Recorded.Entry entry) {
    try {
      Regex.compile(entry.pattern(), entry.ignoreCase());
      return Optional.empty();
    } catch (RegexSyntaxException refused) {
      return Optional.of(refused.getMessage() + " @" + refused.offset());
    }
  }
}
