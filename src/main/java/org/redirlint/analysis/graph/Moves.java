package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.semantics.FileStatus;

/** What redirects make of requests. */
final class Moves {

  private static final Language NAMES_WITHOUT_DOT =
      Regex.constant("\\.[^/]*\\z").match(DecodedPaths.ALL).rest();

  /** More often than this, requests are not held against redirects: many of them lead to many. */
  private static final int MOST_LOOKS = 2_000_000;

  /** What took more looks is not proved once more. */
  private static final int MOST_LOOKS_TWICE = 20_000;

  /** Where directories are, to which mod_dir adds a slash. */
  enum Slashes {
    /** Anywhere. */
    ANYWHERE,
    /** Not where a name ends with an extension: what is supposed if nothing follows without it. */
    NOT_BEHIND_EXTENSIONS
  }

  private final Slashes slashes;
  private final Gate gate;
  private final Inside inside;
  private final Suppositions suppositions;
  private final Language untaken;
  private final Map<String, List<Arrival>> any = new HashMap<>();
  private int looks;
  private boolean metFiles;

  /**
   * Takes a site.
   *
   * @param untaken the paths of URLs that nothing redirects before mod_dir
   */
  Moves(Language untaken, Slashes slashes, Gate gate, Inside inside, Suppositions suppositions) {
    this.untaken = untaken;
    this.slashes = slashes;
    this.gate = gate;
    this.inside = inside;
    this.suppositions = suppositions;
  }

  /**
   * A redirect that leads back to the site.
   *
   * @param to the redirect
   * @param target where it leads
   * @param direct whether the server did nothing to the request before
   */
  record Move(Node to, Target target, boolean direct) {}

  /** Returns where a redirect may lead any requests. */
  List<Target> first(Node node) {
    Distinct<Target> targets = new Distinct<>();
    Arrival client = Arrival.by(gate.connection(node.scheme(), OptionalInt.empty()));
    each(
        client,
        any.computeIfAbsent(node.scheme(), scheme -> inside.from(client)),
        Language.ALL,
        sources(List.of(node)),
        (same, asked) -> moved(same, asked).map(Move::target).ifPresent(targets::add));
    return targets.all();
  }

  /** Returns redirects so that those that may take something are found. */
  static Sources<Node> sources(Collection<Node> nodes) {
    return Sources.of(List.copyOf(nodes), Node::step);
  }

  /** Returns which of some redirects may follow what another one has redirected. */
  Set<Edge> edges(Node from, Target target, Sources<Node> nodes) {
    Set<Edge> edges = new HashSet<>();
    each(from, target, nodes, (node, arrival) -> edges.add(new Edge(node, arrival.by().isEmpty())));
    return edges;
  }

  /** Returns how some redirects may go on with what another one has redirected. */
  List<Move> after(Node from, Target target, Sources<Node> nodes) {
    Distinct<Move> moves = new Distinct<>();
    each(from, target, nodes, (node, asked) -> moved(node, asked).ifPresent(moves::add));
    return moves.all();
  }

  private void each(
      Node from, Target target, Sources<Node> nodes, BiConsumer<Node, Arrival> taken) {
    Authority authority = target.authority();
    int server = from.step().server();
    for (String scheme : Authority.ALL_SCHEMES) {
      boolean leads =
          authority.sameScheme()
              ? gate.ownSchemes(server, from.scheme()).contains(scheme)
              : authority.schemes().contains(scheme);
      if (leads) {
        Arrival client =
            Arrival.at(target, gate.connection(scheme, gate.port(server, authority, scheme)));
        each(client, inside.from(client), authority.hosts(), nodes, taken);
      }
    }
  }

  /**
   * Finds which redirects take requests.
   *
   * @param all what the server makes of them
   */
  private void each(
      Arrival client,
      List<Arrival> all,
      Language hosts,
      Sources<Node> nodes,
      BiConsumer<Node, Arrival> taken) {
    String scheme = client.connection().scheme().orElseThrow();
    Map<Language, List<Arrival>> narrower = new HashMap<>();
    Map<Integer, Boolean> answering = new HashMap<>();
    for (Node node : nodes.near(all)) {
      Step step = node.step();
      if (!node.scheme().equals(scheme)
          || !answering.computeIfAbsent(
              step.server(),
              server ->
                  gate.speaks(server, scheme)
                      && gate.answers(server, client.connection().port(), hosts))) {
        continue;
      }
      List<Arrival> arrivals =
          step.first().isEmpty()
              ? all
              : all.stream().noneMatch(step::mayTakeLater)
                  ? List.of(client)
                  : narrower.computeIfAbsent(step.first(), paths -> without(paths, client));
      for (Arrival arrival : arrivals) {
        count();
        Arrival asked = step.kind() == Step.Kind.SLASH ? beforeSlash(arrival) : arrival;
        step.reaching(asked, suppositions).ifPresent(reaching -> taken.accept(node, reaching));
      }
    }
  }

  /**
   * Counts what is held against a redirect.
   *
   * @throws Inside.TooManyException if that is one too many
   */
  private void count() {
    if (++looks > MOST_LOOKS) {
      throw new Inside.TooManyException();
    }
  }

  /**
   * Returns what the server makes of requests, the requests first. What a redirect takes as it
   * comes from the client, it never meets again.
   */
  private List<Arrival> without(Language first, Arrival client) {
    List<Arrival> arrivals = new ArrayList<>(List.of(client));
    Arrival later = client.within(DecodedPaths.ALL.minus(first));
    if (!later.place().paths().isEmpty()) {
      inside.from(later).stream()
          .filter(arrival -> arrival.by().isPresent())
          .forEach(arrivals::add);
    }
    return arrivals;
  }

  private Optional<Move> moved(Node node, Arrival asked) {
    Target target = node.step().from(asked);
    return gate.comesBack(target.authority(), suppositions)
        ? Optional.of(new Move(node, target, asked.by().isEmpty()))
        : Optional.empty();
  }

  /** What mod_dir is asked for: a file has no slash, and what serves as an index is one. */
  private Arrival beforeSlash(Arrival arrival) {
    if (arrival.by().isEmpty()) {
      return unlessFiles(arrival.withUri(untaken));
    }
    boolean file = arrival.status().filter(FileStatus.FILE::equals).isPresent();
    if (file) {
      arrival.place().named().ifPresent(suppositions::addFile);
      return arrival.withUri(Language.NONE);
    }
    boolean index = arrival.by().get().kind() == Step.Kind.INDEX;
    return index ? arrival.withUri(NAMES_WITHOUT_DOT) : unlessFiles(arrival);
  }

  /** Where a server's rule has led elsewhere, what is there has the name of that place. */
  private Arrival unlessFiles(Arrival arrival) {
    boolean supposes = slashes == Slashes.NOT_BEHIND_EXTENSIONS;
    boolean asks = supposes || !metFiles;
    Language names = arrival.asksByUrl() ? arrival.uri() : arrival.place().paths();
    boolean files =
        asks && Extensions.areOfNoFolder(names, supposes ? suppositions : new Suppositions());
    metFiles |= files;
    return supposes && files ? arrival.withUri(Language.NONE) : arrival;
  }

  /** Tells whether it is worth a second look what follows if no directory is named like a file. */
  boolean mayDependOnNames() {
    return metFiles && looks <= MOST_LOOKS_TWICE;
  }
}
