package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.model.httpd.VirtualHost.Address;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.UndeterminedException;

/**
 * How the server calls itself (ap_get_server_name, ap_get_server_port, ap_construct_url).
 *
 * @param <V> a value
 */
final class Self<V> {

  private final Domain<V> domain;
  private final Facts facts;

  Self(Domain<V> domain, Facts facts) {
    this.domain = domain;
    this.facts = facts;
  }

  /** Returns the scheme: {@code http} or {@code https}. */
  String scheme(State<V> state) {
    return state.host().nameScheme().orElse(state.exchange().tls() ? "https" : "http");
  }

  /** Returns the server's name. */
  V name(State<V> state) {
    Optional<V> asked = state.exchange().hostname();
    if (!state.settings().core().canonicalName().orElse(false) && asked.isPresent()) {
      return asked.get();
    }
    return domain.literal(
        state
            .host()
            .name()
            .or(facts::hostname)
            .orElseThrow(
                () -> new UndeterminedException("the server's own name is not configured")));
  }

  /** Returns the server's port. */
  int port(State<V> state) {
    boolean canonical = state.settings().core().canonicalName().orElse(false);
    if (!canonical && state.exchange().hostPort().isPresent()) {
      return state.exchange().hostPort().getAsInt();
    }
    boolean physical = state.settings().core().physicalPort().orElse(false);
    int local = state.exchange().endpoint().port();
    if (physical && !canonical && local != 0) {
      return local;
    }
    if (state.host().namePort().isPresent()) {
      return state.host().namePort().getAsInt();
    }
    return physical && local != 0 ? local : defaultPort(state);
  }

  private int defaultPort(State<V> state) {
    return scheme(state).equals("https") ? 443 : 80;
  }

  /** Returns the URL of a path of this server. */
  V url(State<V> state, V path) {
    int port = port(state);
    String suffix = port == defaultPort(state) ? "" : ":" + port;
    V host = domain.concatenate(domain.literal(scheme(state) + "://"), name(state));
    return domain.concatenate(host, domain.concatenate(domain.literal(suffix), path));
  }

  /**
   * Returns how much of a URL names this very server; 0 if it names another one, or none
   * (reduce_uri).
   */
  Classifier<Integer> ownPrefix(State<V> state) {
    String scheme = scheme(state) + "://";
    int standard = defaultPort(state);
    VirtualHost host = state.host();
    Function<String, Integer> length =
        text -> {
          if (text.length() <= scheme.length()
              || !text.toLowerCase(Locale.ROOT).startsWith(scheme)) {
            return 0;
          }
          int end = scheme.length();
          while (end < text.length() && "/?:".indexOf(text.charAt(end)) < 0) {
            end++;
          }
          String name = text.substring(scheme.length(), end);
          int port = standard;
          if (end < text.length() && text.charAt(end) == ':') {
            int start = end + 1;
            end = start;
            while (end < text.length() && "/?".indexOf(text.charAt(end)) < 0) {
              end++;
            }
            String digits = text.substring(start, end).replaceFirst("[^0-9].*", "");
            port = digits.isEmpty() || digits.length() > 5 ? 0 : Integer.parseInt(digits);
          }
          return isOwn(host, name.toLowerCase(Locale.ROOT), port) ? end : 0;
        };
    return Classifier.described(length, ownNames(host, scheme, length));
  }

  /** URLs that begin with a name of the server that is no pattern, and those of other schemes. */
  private static List<Case<Integer>> ownNames(
      VirtualHost host, String scheme, Function<String, Integer> length) {
    List<String> names = new ArrayList<>(host.aliases());
    host.name().ifPresent(names::add);
    host.addresses().forEach(address -> names.add(address.host()));
    names.removeIf(name -> name.indexOf('*') >= 0 || name.indexOf('?') >= 0);
    List<Case<Integer>> cases = new ArrayList<>();
    StringBuilder others = new StringBuilder("[^/?:]*[*?]");
    for (String name : names) {
      String url = scheme + Escapes.lower(name);
      for (String end : List.of("/", "?")) {
        cases.add(
            new Case<>(
                new TextSet.InAnyCase(TextSet.startingWith(url + end)), length.apply(url + end)));
      }
      cases.add(new Case<>(new TextSet.InAnyCase(TextSet.of(url)), length.apply(url)));
      others.append("|").append(Prefixes.quoted(Escapes.lower(name))).append(":");
    }
    TextSet unclear =
        TextSet.matching(
            "^(?i)" + Prefixes.quoted(scheme) + "(?:" + (hasPatterns(host) ? "" : others) + ")");
    cases.add(new Case<>(new TextSet.Outside(unclear), 0));
    return cases;
  }

  private static boolean hasPatterns(VirtualHost host) {
    return host.aliases().stream()
        .anyMatch(name -> name.indexOf('*') >= 0 || name.indexOf('?') >= 0);
  }

  /** ap_matches_request_vhost: names count only where the port of ServerName is the one asked. */
  private static boolean isOwn(VirtualHost host, String name, int port) {
    for (Address address : host.addresses()) {
      if ((address.port() == 0 || address.port() == port)
          && address.host().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return host.namePort().orElse(0) == port && HostNames.isNamed(host, name);
  }
}
