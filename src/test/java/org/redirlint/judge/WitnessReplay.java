package org.redirlint.judge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.http.Method;
import org.redirlint.http.Status;
import org.redirlint.http.Url;

/** Asks the real server what a finding says it answers. */
public final class WitnessReplay {

  /** The rules whose requests follow each other. */
  public static final Set<String> CHAINS =
      Set.of(
          "redirect-loop",
          "growing-redirect",
          "internal-rewrite-loop",
          "tls-upstream-loop",
          "redirect-chain");

  private static final String TLS_UPSTREAM = "TLS ends in front of this server";
  private static final int GIVEN_UP = 500;
  private static final String LINE_BREAK = "\r\n";
  private static final String INJECTED = "\r\nX-Injected: yes";

  private final RealSite site;
  private final Diagnostic finding;
  private final List<String> differences = new ArrayList<>();

  private WitnessReplay(RealSite site, Diagnostic finding) {
    this.site = site;
    this.finding = finding;
  }

  /** Returns what the server answers otherwise than a finding says; nothing if it is real. */
  public static List<String> differences(RealSite site, Diagnostic finding) throws IOException {
    WitnessReplay replay = new WitnessReplay(site, finding);
    site.with(finding.assumptions(), replay::ask);
    return replay.differences;
  }

  private void ask() throws IOException {
    boolean chain = CHAINS.contains(finding.rule().id());
    Set<String> visited = new HashSet<>();
    String expected = "";
    String last = "";
    for (TracedRequest request : finding.trace()) {
      Url url = Url.parse(request.url()).orElseThrow();
      if (chain && !expected.isEmpty() && !expected.equals(name(request.method(), url))) {
        differences.add("a browser goes on to " + expected + ", not to " + request);
      }
      visited.add(name(request.method(), url));
      last = site.ask(request.method(), url, request.headers(), behindProxy());
      if (request.location().isPresent() && request.location().get().contains(LINE_BREAK)) {
        String line = "Location: " + request.location().get() + LINE_BREAK;
        if (!site.head(request.method(), url, request.headers()).contains(line)) {
          differences.add(request + ", but the server does not send those lines");
        }
      } else if (request.status().isPresent() && !last.equals(said(request, last))) {
        differences.add(request + ", but the server answers " + last);
      }
      if (finding.rule().id().equals("header-injection")
          && !site.head(request.method(), url, request.headers()).contains(INJECTED)) {
        differences.add(request + ", but the server does not send the header of the link");
      }
      expected = next(request.method(), url, last).orElse("");
    }
    if (chain) {
      end(visited, expected, last);
    }
  }

  private boolean behindProxy() {
    return finding.assumptions().contains(TLS_UPSTREAM);
  }

  private static String name(String method, Url url) {
    return method + " " + url;
  }

  /** What is no redirect needs no Location to be right. */
  private static String said(TracedRequest request, String real) {
    int status = request.status().orElseThrow();
    if (Status.isRedirect(status)) {
      return status + " " + request.location().orElse("-");
    }
    return real.startsWith(status + " ") ? real : String.valueOf(status);
  }

  /** Returns the request that a browser sends next; empty if it stays. */
  private static Optional<String> next(String method, Url url, String answer) {
    int status = Integer.parseInt(answer.substring(0, 3));
    String location = answer.substring(4);
    if (!Status.isRedirect(status) || location.equals("-")) {
      return Optional.empty();
    }
    Method then = Status.methodAfter(status, new Method(method));
    return url.resolve(location).map(target -> name(then.name(), target));
  }

  private void end(Set<String> visited, String next, String last) throws IOException {
    List<TracedRequest> trace = finding.trace();
    switch (finding.rule().id()) {
      case "redirect-loop" -> {
        if (!visited.contains(next)) {
          differences.add("it does not come back: " + next);
        }
      }
      case "growing-redirect" -> {
        if (next.length() <= trace.get(trace.size() - 2).url().length()) {
          differences.add("it does not grow: " + next);
        }
      }
      case "tls-upstream-loop" -> {
        if (next.isEmpty()) {
          differences.add("it ends: " + last);
        }
      }
      case "internal-rewrite-loop" -> {
        if (!last.startsWith(GIVEN_UP + " ") || !site.hasNoticedCircles()) {
          differences.add("the server does not give up: " + last);
        }
      }
      // A chain of redirects may end anywhere.
      default -> {}
    }
  }
}
