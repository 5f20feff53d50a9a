package org.redirlint.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.redirlint.http.Url;
import org.redirlint.model.httpd.PrefixIndex.Candidates;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.PartialTransducer;
import org.redirlint.regex.Regex;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.Transformation;
import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.semantics.Classifier.Case;

/**
 * The concrete domain, which holds everything that is said of a test or a change by sets, automata
 * and transducers against what the test or the change itself makes of each text. A proof for all
 * requests is made of nothing else.
 */
public final class CheckedStrings implements Domain<String> {

  /** Up to which length texts are sent through automata, which takes its time. */
  private static final int SHORT = 200;

  private final Strings strings = new Strings();
  private final Map<TextSet, Language> languages = new HashMap<>();
  private final Set<Asked> matched = new HashSet<>();
  private int checks;

  /** A test of a text that is not repeated. */
  private record Asked(Object test, String text) {}

  /** Returns how often something was held against something. */
  public int checks() {
    return checks;
  }

  /** Sends what a browser sends through a server, along every way that unknown files open. */
  public <S> void run(TransitionSystem<String, S> server, Url url, String method) {
    String target = url.target();
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    RequestParts<String> request =
        new RequestParts<>(
            url.scheme(),
            url.port(),
            path.indexOf('%') >= 0 || path.indexOf('+') >= 0,
            method,
            url.host(),
            path,
            mark < 0 ? "" : target.substring(mark),
            name -> "");
    Random random = new Random(target.hashCode());
    for (S beginning : server.beginnings(request)) {
      S state = beginning;
      try {
        while (server.answer(state).isEmpty()) {
          List<S> next = server.successors(state);
          state = next.get(random.nextInt(next.size()));
        }
      } catch (UndeterminedException unknown) {
        // What was asked until then has been checked.
      }
    }
  }

  @Override
  public String literal(String text) {
    return strings.literal(text);
  }

  @Override
  public String concatenate(String left, String right) {
    return strings.concatenate(left, right);
  }

  @Override
  public <T> List<T> either(List<T> possible) {
    return strings.either(possible);
  }

  @Override
  public <T> List<T> anyOf(String question, List<T> answers) {
    return answers;
  }

  @Override
  public String anything(String what) {
    return "";
  }

  @Override
  public List<Side<String, Boolean>> equal(String left, String right) {
    return strings.equal(left, right);
  }

  @Override
  public List<Side<String, Cut<String>>> cutAtQuestionMark(String value) {
    return strings.cutAtQuestionMark(value);
  }

  /**
   * What is only tried in turn may be more than what can fit; what a server refuses for its length
   * is not described.
   */
  @Override
  public <T> List<Side<String, T>> classify(Classifier<T> classifier, String value) {
    T result = classifier.of(value);
    Optional<T> described = Optional.empty();
    for (Case<T> entry : classifier.cases()) {
      boolean holds = entry.texts().contains(value);
      if (value.length() < SHORT) {
        assertThat(languages.computeIfAbsent(entry.texts(), Language::of).contains(value))
            .as("automaton of %s and \"%s\"", entry.texts(), value)
            .isEqualTo(holds);
        checks++;
      }
      if (holds && described.isEmpty()) {
        described = Optional.of(entry.result());
      }
    }
    if (described.isPresent()) {
      assertThat(described.get().equals(result)).as("class of \"%s\": %s", value, result).isTrue();
      checks++;
    } else if (value.length() < SHORT
        && !classifier.results().isEmpty()
        && !(result instanceof Candidates)) {
      assertThat(classifier.results().contains(result))
          .as("class of \"%s\": %s", value, result)
          .isTrue();
      checks++;
    }
    return strings.classify(classifier, value);
  }

  @Override
  public String transform(Transformation transformation, String value) {
    String changed = transformation.apply(value);
    if (transformation instanceof Transducer transducer
        && (!(transducer instanceof PartialTransducer partial)
            || partial.readable().contains(value))) {
      assertThat(stepwise(transducer, value))
          .as("%s of \"%s\"", transducer, value)
          .isEqualTo(changed);
      checks++;
      if (value.length() < SHORT && matched.add(new Asked(transducer, value))) {
        assertThat(from(value).image(transducer).contains(changed))
            .as("%s of \"%s\"", transducer, value)
            .isTrue();
        assertThat(from(changed).preimage(transducer).contains(value))
            .as("%s of \"%s\"", transducer, value)
            .isTrue();
      }
    }
    return changed;
  }

  /** The text and all longer ones: so many that no work is done for single texts. */
  private static Language from(String text) {
    return Language.of(TextSet.startingWith(text));
  }

  private static String stepwise(Transducer transducer, String text) {
    StringBuilder changed = new StringBuilder();
    int state = transducer.start();
    for (int i = 0; i < text.length(); i++) {
      changed.append(transducer.written(state, text.charAt(i)));
      state = transducer.next(state, text.charAt(i));
    }
    return changed.append(transducer.last(state)).toString();
  }

  @Override
  public List<Side<String, Match<String>>> match(Regex regex, String subject) {
    List<Side<String, Match<String>>> sides = strings.match(regex, subject);
    if (subject.length() < SHORT && matched.add(new Asked(regex, subject))) {
      try {
        Match<String> match = sides.get(0).result();
        LanguageMatch all = regex.match(from(subject));
        assertThat((match.matches() ? all.matching() : all.rest()).contains(subject))
            .as("%s and \"%s\"", regex, subject)
            .isTrue();
        for (int group = 0; group < match.groups().size(); group++) {
          String captured = match.groups().get(group);
          assertThat(
                  all.group(group).contains(captured)
                      || (captured.isEmpty() && all.mayBeUnset(group)))
              .as("group %s of %s in \"%s\"", group, regex, subject)
              .isTrue();
        }
        checks++;
      } catch (LanguageTooLargeException tooLarge) {
        // Then nothing is said of it.
      }
    }
    return sides;
  }
}
