package org.redirlint.regex.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.redirlint.regex.automaton.Transductions.Piece;
import org.redirlint.regex.automaton.Transductions.Steps;

/**
 * By how much what a transducer writes can outweigh what it reads: the longest way through the
 * automaton of the texts (Bellman and Ford), if no circle on it has a gain.
 */
public final class Growth {

  /** How many ways are looked at before nothing is said. */
  private static final long MOST = 4_000_000;

  private final Automaton texts;
  private final Steps steps;
  private final long[] weights;
  private final long[] costs;

  /** For each byte, the last of those behind it that weigh the same. */
  private final int[] alike;

  private final Numbering places = new Numbering();
  private final List<Way> ways = new ArrayList<>();

  /** Takes the texts, the transducer, and the weight of each byte that is written and read. */
  public Growth(Automaton texts, Steps steps, long[] weights, long[] costs) {
    this.texts = texts;
    this.steps = steps;
    this.weights = weights.clone();
    this.costs = costs.clone();
    this.alike = new int[weights.length];
    for (int c = weights.length - 1; c >= 0; c--) {
      boolean same =
          c + 1 < weights.length && weights[c] == weights[c + 1] && costs[c] == costs[c + 1];
      alike[c] = same ? alike[c + 1] : c;
    }
  }

  private record Way(int from, int to, long gain) {}

  /** Returns the most that is gained; empty if there is no such bound, or no text. */
  public OptionalLong most() {
    return longest(1);
  }

  /** Returns the least that is gained; empty if there is no such bound, or no text. */
  public OptionalLong least() {
    OptionalLong loss = longest(-1);
    return loss.isPresent() ? OptionalLong.of(-loss.getAsLong()) : loss;
  }

  /** Returns the length of the longest way, gains being taken as they are or as losses. */
  private OptionalLong longest(int sign) {
    find(sign);
    long[] best = new long[places.size()];
    Arrays.fill(best, Long.MIN_VALUE);
    best[0] = 0;
    long looked = 0;
    boolean changes = true;
    for (int round = 0; changes; round++) {
      looked += ways.size();
      if (round > places.size() || looked > MOST) {
        return OptionalLong.empty();
      }
      changes = false;
      for (Way way : ways) {
        long gained = best[way.from()] + way.gain();
        if (best[way.from()] != Long.MIN_VALUE && gained > best[way.to()]) {
          best[way.to()] = gained;
          changes = true;
        }
      }
    }
    long most = Long.MIN_VALUE;
    for (int place = 0; place < best.length; place++) {
      if (texts.accepts((int) (places.state(place) >>> 32))) {
        long last = sign * weight(steps.last((int) places.state(place)));
        most = Math.max(most, best[place] + last);
      }
    }
    return most == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(most);
  }

  private void find(int sign) {
    places.of(steps.start());
    for (int from = 0; from < places.size(); from++) {
      int state = (int) (places.state(from) >>> 32);
      List<Piece> pieces = steps.pieces((int) places.state(from));
      Map<Integer, Long> gains = new LinkedHashMap<>();
      for (int way = texts.begin(state); way < texts.end(state); way++) {
        for (Piece piece : pieces) {
          int first = Math.max(piece.first(), texts.first(way));
          int last = Math.min(piece.last(), texts.last(way));
          if (first <= last) {
            int to = places.of((long) texts.target(way) << 32 | piece.next());
            gains.merge(to, best(piece, first, last, sign), Math::max);
          }
        }
      }
      for (Map.Entry<Integer, Long> gain : gains.entrySet()) {
        ways.add(new Way(from, gain.getKey(), gain.getValue()));
      }
    }
  }

  private long best(Piece piece, int first, int last, int sign) {
    long best = Long.MIN_VALUE;
    for (int c = first; c <= last; c = alike[c] + 1) {
      best = Math.max(best, sign * ((piece.copies() ? weights[c] : 0) - costs[c]));
    }
    return sign * weight(piece.text()) + best;
  }

  private long weight(String text) {
    long sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += weights[text.charAt(i)];
    }
    return sum;
  }
}
