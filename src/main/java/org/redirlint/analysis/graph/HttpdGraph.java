package org.redirlint.analysis.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.regex.Language;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/**
 * Proves a configuration of httpd free of loops by the directives that lead requests on: none leads
 * to itself in the end. What is on the disk does not matter, but that what a rule leads to by name
 * is a file.
 */
public final class HttpdGraph {

  /** Directives that lead back to the site are not compared with each other if they weigh more. */
  private static final long MOST = 5_000;

  /** What a redirect by the path of the URL weighs: it is compared at a glance. */
  private static final long PLAIN = 1;

  /** What a rule weighs, which is compared with its conditions and the rules before it. */
  private static final long RULE = 20;

  private HttpdGraph() {}

  /**
   * Proves that no chain is endless, or says why it cannot.
   *
   * @param hosts further hosts that lead back, in lower case
   * @param elsewhere hosts that lead elsewhere, in lower case
   */
  public static GraphProof decide(
      HttpdConfiguration configuration, Set<String> hosts, Set<String> elsewhere) {
    Places places = Places.of(configuration);
    OwnHosts own = OwnHosts.of(configuration, places, hosts, elsewhere);
    if (own.nameless()) {
      GraphProof anywhere =
          decide(
              configuration,
              places,
              new Gate(own.servers(), Language.ALL, false, places.canonical()));
      if (anywhere instanceof GraphProof.Ends) {
        return anywhere;
      }
    }
    return decide(
        configuration,
        places,
        new Gate(own.servers(), own.hosts(), own.nameless(), places.canonical()));
  }

  private static GraphProof decide(HttpdConfiguration configuration, Places places, Gate gate) {
    try {
      Steps steps = Steps.of(configuration, Environment.of(places), gate);
      if (steps.obstacle().isPresent()) {
        return new GraphProof.Open(steps.obstacle().get());
      }
      if (weight(steps, gate) > MOST) {
        return new GraphProof.Open(
            "there are too many redirects that lead back to it to compare them with each other");
      }
      return decide(steps, gate, suppositions(places));
    } catch (LanguageTooLargeException tooLarge) {
      return new GraphProof.Open("its patterns are too large to be compared");
    } catch (Inside.TooManyException tooMany) {
      return new GraphProof.Open("there are too many ways through its rules");
    }
  }

  private static long weight(Steps steps, Gate gate) {
    return steps.all().stream()
        .filter(step -> gate.comesBack(step.from(Arrival.ANY).authority(), new Suppositions()))
        .mapToLong(step -> step.kind() == Step.Kind.REDIRECT_BY_URL ? PLAIN : RULE)
        .sum();
  }

  /**
   * Returns what is supposed of a site from the beginning: that what stands for schemes holds some,
   * else it is a path; and that what is asked for has the name it is asked for by.
   */
  private static Suppositions suppositions(Places places) {
    Suppositions suppositions = new Suppositions();
    if (places.negotiates()) {
      suppositions.add("MultiViews finds no file by a part of its name");
    }
    places.rules().stream()
        .flatMap(rule -> rule.substitution().flatMap(TargetReader::scheme).stream())
        .filter(variable -> !variable.equals("REQUEST_SCHEME"))
        .forEach(variable -> suppositions.add("%{" + variable + "} is http or https"));
    return suppositions;
  }

  private static GraphProof decide(Steps steps, Gate gate, Suppositions suppositions) {
    Language untaken = steps.taken().mostlyRemovedFrom(DecodedPaths.ALL);
    Inside inside = new Inside(steps.all(), untaken, suppositions);
    if (inside.endless().isPresent()) {
      return new GraphProof.Open(
          at(inside.endless().get()) + " may rewrite what it has rewritten, without end");
    }
    Optional<List<Step>> circle = Optional.empty();
    for (Moves.Slashes slashes : Moves.Slashes.values()) {
      Suppositions further = new Suppositions();
      Moves moves = new Moves(untaken, slashes, gate, inside, further);
      Chains chains = new Chains(RedirectGraph.of(steps.all(), moves), moves);
      if (chains.circle().isEmpty()) {
        suppositions.addAll(further);
        if (!suppositions.arePossible()) {
          return new GraphProof.Open(
              "it would have to be supposed that there are files below files");
        }
        return new GraphProof.Ends(chains.longest(), suppositions.all());
      }
      circle = chains.circle();
      boolean slashed = circle.get().stream().anyMatch(step -> step.kind() == Step.Kind.SLASH);
      if (!slashed || !moves.mayDependOnNames()) {
        break;
      }
    }
    return undecided(circle.orElseThrow());
  }

  private static GraphProof undecided(List<Step> circle) {
    List<String> places = circle.stream().map(HttpdGraph::at).distinct().sorted().toList();
    return new GraphProof.Open(
        places.size() == 1
            ? places.get(0) + " may lead to itself, but was not found to loop"
            : places.get(0)
                + " and "
                + places.get(1)
                + " may lead to each other, but were not found to loop");
  }

  private static String at(Step step) {
    return switch (step.kind()) {
      case SLASH -> "the slash of a directory";
      case INDEX -> "the index of a directory";
      default -> "line " + step.origin().start().line() + " of " + step.origin().file().path();
    };
  }
}
