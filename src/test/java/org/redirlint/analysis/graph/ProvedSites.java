package org.redirlint.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Follower;
import org.redirlint.semantics.httpd.HttpdSimulator;

/**
 * What is proved of random configurations by the redirects alone, held against the simulator.
 *
 * @param random where requests and what is on the disk are drawn from
 * @param told the hosts that are said to lead back
 * @param asked the hosts that requests begin at
 * @param paths the paths that requests begin at
 */
record ProvedSites(Random random, Set<String> told, List<String> asked, List<String> paths) {

  /** How many sites tests usually look at. */
  static final int CONFIGURATIONS = Integer.getInteger("graph.configurations", 1_500);

  private static final int REQUESTS = 40;
  private static final String IS_A_FILE = " is a file";
  private static final Pattern TWICE = Pattern.compile("no file has the extension (.*) twice");

  /** Returns the random numbers that tests begin with. */
  static Random seeded() {
    return new Random(Long.getLong("graph.seed", 20261122));
  }

  /**
   * Follows requests to all sites that are proved to end.
   *
   * @param configurations how many sites
   * @param texts writes their configurations
   * @param read reads them
   */
  void check(
      int configurations, Supplier<String> texts, Function<String, HttpdConfiguration> read) {
    int proved = 0;
    for (int i = 0; i < configurations; i++) {
      String text = texts.get();
      HttpdConfiguration configuration = read.apply(text);
      GraphProof verdict = HttpdGraph.decide(configuration, told, Set.of());
      if (verdict instanceof GraphProof.Ends proof) {
        proved++;
        for (int request = 0; request < REQUESTS; request++) {
          check(text, configuration, proof);
        }
      }
    }
    assertThat(proved).isBetween(configurations / 10, configurations * 9 / 10);
  }

  private void check(String text, HttpdConfiguration configuration, GraphProof.Ends proof) {
    String scheme = random.nextBoolean() ? "http" : "https";
    Url url =
        new Url(
            scheme,
            one(asked),
            Url.defaultPort(scheme),
            one(paths) + (random.nextInt(3) == 0 ? "?q=1" : ""));
    Disk disk = new Disk(random.nextInt(3), random.nextInt(4), supposed(proof), single(proof));
    Follower.Options options = new Follower.Options(true, 24, told, false);
    Chain chain =
        new Follower(new HttpdSimulator(configuration, disk), options)
            .follow(Method.GET, url, List.of());
    String what =
        url
            + " on "
            + disk
            + " with\n"
            + text
            + "\n"
            + chain.hops().stream().map(hop -> hop.url().map(Url::toString).orElse("?")).toList();
    assertThat(chain.end()).as(what).isIn(End.RESPONSE, End.EXTERNAL, End.UNDETERMINED);
    int back = chain.redirects() - (chain.end() == End.EXTERNAL ? 1 : 0);
    assertThat(back).as(what).isLessThanOrEqualTo(proof.longestChain().orElse(24));
  }

  /** Returns the files that a proof supposes to be there. */
  private static Set<String> supposed(GraphProof.Ends proof) {
    return proof.suppositions().stream()
        .filter(clause -> clause.endsWith(IS_A_FILE))
        .map(clause -> "/var/www/html" + clause.substring(0, clause.length() - IS_A_FILE.length()))
        .collect(Collectors.toSet());
  }

  /** Returns the extensions that a proof supposes no file to have twice. */
  private static Set<String> single(GraphProof.Ends proof) {
    return proof.suppositions().stream()
        .map(TWICE::matcher)
        .filter(Matcher::matches)
        .map(clause -> clause.group(1))
        .collect(Collectors.toSet());
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /**
   * What there is.
   *
   * @param kind what is at all paths without a dot: nothing, files or directories
   * @param files what is at paths with a dot: files unless 0
   * @param supposed further files
   * @param single extensions that no file has twice
   */
  private record Disk(int kind, int files, Set<String> supposed, Set<String> single)
      implements Facts {
    private static final List<FileStatus> KINDS =
        List.of(FileStatus.MISSING, FileStatus.FILE, FileStatus.DIRECTORY);

    @Override
    public Optional<FileStatus> file(String path) {
      boolean holdsFiles = supposed.stream().anyMatch(file -> file.startsWith(path + "/"));
      if ("/var/www/html/".startsWith(path) || holdsFiles) {
        return Optional.of(FileStatus.DIRECTORY);
      }
      if (!path.startsWith("/var/www/html/")) {
        return Optional.of(FileStatus.MISSING);
      }
      if (supposed.contains(path)) {
        return Optional.of(FileStatus.FILE);
      }
      if (single.stream().anyMatch(extension -> path.endsWith(extension + extension))) {
        return Optional.of(FileStatus.MISSING);
      }
      boolean named = path.substring(path.lastIndexOf('/') + 1).contains(".");
      return Optional.of(
          named ? (files == 0 ? FileStatus.MISSING : FileStatus.FILE) : KINDS.get(kind));
    }

    @Override
    public Optional<String> hostname() {
      return Optional.empty();
    }

    @Override
    public Optional<String> clientAddress() {
      return Optional.of("192.0.2.1");
    }

    @Override
    public Optional<String> serverAddress() {
      return Optional.of("192.0.2.2");
    }
  }
}
