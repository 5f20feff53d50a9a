package org.redirlint.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.source.Origin;

/** The lines that were changed since a revision, and the findings that have to do with them. */
public final class ChangedLines {

  private static final String ALL_LINES = "@@ -0,0 +1," + Integer.MAX_VALUE + " @@";

  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,(\\d+))? @@.*", Pattern.DOTALL);

  private record Lines(int first, int last) {}

  private final Path workingFolder;
  private final Map<Path, List<Lines>> changed;

  private ChangedLines(Path workingFolder, Map<Path, List<Lines>> changed) {
    this.workingFolder = workingFolder;
    this.changed = changed;
  }

  /**
   * Asks git what was changed since a revision; files that git does not know of are new.
   *
   * @param workingFolder an absolute path in the repository
   * @throws UnreadablePathException if this is no repository, or there is no such revision
   */
  public static ChangedLines since(String revision, Path workingFolder) {
    Git git = new Git(workingFolder);
    Path root = Git.root(workingFolder);
    String commit = commit(git, revision);
    Map<Path, List<Lines>> changed = new HashMap<>();
    List<String> names = git.names(diff(commit, "--name-only", "-z"));
    int file = -1;
    for (String line : git.ask(diff(commit, "--unified=0")).lines().toList()) {
      if (line.startsWith("diff --git ")) {
        file++;
      } else if (line.startsWith("@@ ")) {
        add(changed, root.resolve(names.get(file)), line);
      }
    }
    for (String name : git.names("ls-files", "--others", "--exclude-standard", "-z")) {
      add(changed, workingFolder.resolve(name), ALL_LINES);
    }
    return new ChangedLines(workingFolder, changed);
  }

  /** Git is there, as it has just told the root: what it refuses is the revision. */
  private static String commit(Git git, String revision) {
    try {
      return git.line(
          "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
    } catch (UnreadablePathException refused) {
      throw new UnreadablePathException("there is no such revision: " + revision);
    }
  }

  private static String[] diff(String commit, String... options) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            "diff",
            "--no-relative",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames"));
    words.addAll(List.of(options));
    words.addAll(List.of(commit, "--"));
    return words.toArray(String[]::new);
  }

  private static void add(Map<Path, List<Lines>> changed, Path file, String hunk) {
    Matcher matcher = HUNK.matcher(hunk);
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group(1));
      int count = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
      changed
          .computeIfAbsent(file.normalize(), unchanged -> new ArrayList<>())
          .add(new Lines(first, count == 0 ? first : first - 1 + count));
    }
  }

  /** Returns the findings that lie in changed lines, or speak of some. */
  public CheckResult in(CheckResult result) {
    return result.only(
        result.diagnostics().stream()
            .filter(found -> Places.of(found).anyMatch(this::has))
            .toList());
  }

  private boolean has(Origin place) {
    Path file = workingFolder.resolve(place.file().path()).normalize();
    int first = place.start().line();
    int last = place.end().line();
    return Optional.ofNullable(changed.get(file)).stream()
        .flatMap(List::stream)
        .anyMatch(lines -> lines.first() <= last && first <= lines.last());
  }
}
