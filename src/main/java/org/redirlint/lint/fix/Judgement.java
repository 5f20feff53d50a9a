package org.redirlint.lint.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.ast.Document;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.Problem;
import org.redirlint.diagnostic.Related;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.lint.Inspection;
import org.redirlint.lint.fix.DirectivePlace.Edited;
import org.redirlint.source.Origin;

/** Tells why fixes must not be applied: what was found before is held against what is found now. */
final class Judgement {

  private record Key(String rule, String path, int offset) {
    static Key of(String rule, Origin place) {
      return new Key(rule, place.file().path(), place.span().start());
    }
  }

  private final Inspection before;
  private final Map<String, Document> documents;

  /** Takes what was found before anything is edited. */
  Judgement(Inspection before) {
    this.before = before;
    this.documents =
        before.documents().stream()
            .collect(
                Collectors.toMap(
                    document -> document.source().path(), Function.identity(), (a, b) -> a));
  }

  /**
   * Returns why some fixes must not be applied together, a clause; empty if nothing speaks against
   * it.
   *
   * @param fixed the findings whose fixes they are
   * @param changed the files they change
   * @param after what is found then
   */
  Optional<String> objection(List<Diagnostic> fixed, List<ChangedFile> changed, Inspection after) {
    Map<String, ChangedFile> byPath =
        changed.stream().collect(Collectors.toMap(file -> file.before().path(), file -> file));
    return unread(byPath.keySet(), after)
        .or(() -> finding(fixed, byPath, after))
        .or(() -> answer(fixed, byPath, after));
  }

  /** Whatever rules are asked: a file that was read to its end has to be again. */
  private Optional<String> unread(Set<String> paths, Inspection after) {
    return paths.stream()
        .filter(path -> syntaxErrors(after, path).size() > syntaxErrors(before, path).size())
        .findFirst()
        .map(path -> path + " would not be read: " + syntaxErrors(after, path).get(0).message());
  }

  private static List<Problem> syntaxErrors(Inspection inspection, String path) {
    return inspection.problems().stream()
        .filter(problem -> problem.rule().equals(Problem.SYNTAX_ERROR))
        .filter(problem -> problem.origin().file().path().equals(path))
        .toList();
  }

  /**
   * A further place of a finding that is mended may have one of its own now, and what is mended may
   * leave something behind that matters less: a warning is worth a note, but no other warning.
   */
  private Optional<String> finding(
      List<Diagnostic> fixed, Map<String, ChangedFile> changed, Inspection after) {
    Set<Key> mended = new HashSet<>();
    fixed.forEach(found -> mended.add(Key.of(found.rule().id(), found.origin())));
    Set<Key> gone = new HashSet<>();
    Set<Key> known = new HashSet<>();
    for (Diagnostic found : before.result().diagnostics()) {
      Key key = Key.of(found.rule().id(), found.origin());
      (mended.contains(key) ? gone : known).add(moved(key, changed));
      for (Related related : found.related()) {
        known.add(moved(Key.of(found.rule().id(), related.origin()), changed));
      }
    }
    Optional<Severity> least =
        fixed.stream().map(Diagnostic::severity).min(Comparator.naturalOrder());
    for (Diagnostic found : after.result().diagnostics()) {
      Key key = Key.of(found.rule().id(), found.origin());
      boolean matters =
          gone.contains(key)
              || least.filter(severity -> found.severity().compareTo(severity) < 0).isEmpty();
      if (!known.contains(key) && matters) {
        return Optional.of(
            gone.contains(key)
                ? "it would still be found"
                : "it would bring %s at %s:%d: %s"
                    .formatted(
                        found.rule().id(),
                        found.origin().file().path(),
                        found.origin().start().line(),
                        found.message()));
      }
    }
    return Optional.empty();
  }

  private static Key moved(Key key, Map<String, ChangedFile> changed) {
    ChangedFile file = changed.get(key.path);
    return file == null ? key : new Key(key.rule, key.path, file.moved(key.offset));
  }

  private Optional<String> answer(
      List<Diagnostic> fixed, Map<String, ChangedFile> changed, Inspection after) {
    if (!scopes(before).equals(scopes(after))) {
      return Optional.of("its files would make up other sites");
    }
    List<Edited> edited = new ArrayList<>();
    Set<String> spoken = new HashSet<>();
    for (Diagnostic found : fixed) {
      Fix fix = found.fix().orElseThrow();
      if (fix.changesAnswers()) {
        for (TextEdit edit : fix.edits()) {
          DirectivePlace.edited(edit, documents).ifPresent(edited::add);
        }
        found.trace().forEach(request -> spoken.add(request.method() + " " + request.url()));
      }
    }
    Map<DirectivePlace, DirectivePlace> moved = new LinkedHashMap<>();
    for (Edited one : edited) {
      DirectivePlace place = one.acting();
      ChangedFile file = changed.get(place.path());
      moved.put(
          place,
          file == null ? place : new DirectivePlace(place.path(), file.moved(place.offset())));
    }
    return new Answers(before.sites(), after.sites())
        .unwanted(edited, moved, spoken)
        .or(() -> loop(after));
  }

  private Optional<String> loop(Inspection after) {
    for (int i = 0; i < after.sites().size(); i++) {
      if (after.sites().get(i).loops() && !before.sites().get(i).loops()) {
        return Optional.of(after.sites().get(i).scope() + " would redirect without end");
      }
    }
    return Optional.empty();
  }

  private static List<String> scopes(Inspection inspection) {
    return inspection.sites().stream().map(SiteAnalysis::scope).toList();
  }
}
