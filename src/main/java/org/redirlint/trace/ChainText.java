package org.redirlint.trace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;
import org.redirlint.source.Printable;
import org.redirlint.source.SourceFile;

/** Chains for people: one block a hop, then how it ends. */
public final class ChainText {

  /** How many hops of a URL that grows make clear how it grows. */
  private static final int ENOUGH = 3;

  private ChainText() {}

  /** Writes a chain. */
  public static void write(Chain chain, Appendable out) throws IOException {
    List<Hop> hops = chain.hops();
    int shown = chain.end() == Chain.End.GROWING ? Math.min(ENOUGH, hops.size()) : hops.size();
    for (int i = 0; i < shown; i++) {
      write(i + 1, hops.get(i), out);
    }
    if (shown < hops.size()) {
      out.append("… and so on: " + (hops.size() - shown) + " more requests\n\n");
    }
    out.append(verdict(chain)).append("\n");
  }

  private static void write(int number, Hop hop, Appendable out) throws IOException {
    out.append(number + "  " + hop.request().method() + " " + shown(address(hop)) + "\n");
    for (Step step : hop.reply().steps()) {
      out.append("     " + place(step.origin()) + "  " + shown(step.what()) + "\n");
    }
    out.append("   → " + shown(answer(hop.reply().answer())) + "\n\n");
  }

  private static String address(Hop hop) {
    return hop.url().map(Url::toString).orElse(hop.request().target());
  }

  private static String place(Origin origin) {
    return origin.file().path() + ":" + origin.start().line();
  }

  private static String answer(Answer<String> answer) {
    if (answer instanceof Answer.Response<String> response) {
      Optional<String> location = response.location();
      return response.status() + location.map(l -> "  Location: " + l).orElse("");
    }
    if (answer instanceof Answer.Upstream<String> upstream) {
      return "handed to the upstream: " + upstream.directive();
    }
    if (answer instanceof Answer.Closed) {
      return "the connection is closed without an answer";
    }
    if (answer instanceof Answer.Unread<String> unread) {
      return "undetermined: " + unread.reason();
    }
    return "undetermined: " + ((Answer.Undetermined<String>) answer).reason();
  }

  private static String verdict(Chain chain) {
    int hops = chain.hops().size();
    String requests = hops == 1 ? "1 request" : hops + " requests";
    return switch (chain.end()) {
      case RESPONSE -> "Ends after " + requests + ".";
      case EXTERNAL -> "Leaves this configuration after " + requests + ": " + reason(chain) + ".";
      case LOOP -> "Loop after " + requests + ": " + reason(chain) + ".";
      case GROWING -> "Grows without end: " + reason(chain) + " (" + lines(chain) + ").";
      case INTERNAL_LOOP -> "Internal loop: " + reason(chain) + ".";
      case TOO_MANY -> "Too many redirects: " + reason(chain) + ".";
      case UNDETERMINED -> "Undetermined: " + reason(chain) + ".";
    };
  }

  private static String reason(Chain chain) {
    return shown(chain.reason());
  }

  private static String lines(Chain chain) {
    return chain.last().deciding().map(step -> place(step.origin())).orElse("");
  }

  /** Returns bytes as people read them, without what could act on a terminal. */
  private static String shown(String bytes) {
    return Printable.of(SourceFile.readable(bytes));
  }
}
