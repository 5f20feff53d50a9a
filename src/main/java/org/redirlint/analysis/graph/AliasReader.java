package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.http.Url;
import org.redirlint.model.SingleSlashes;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.httpd.AliasContext;
import org.redirlint.model.httpd.ErrorDocument;
import org.redirlint.model.httpd.Redirect;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;

/**
 * Reads the redirects of mod_alias that stand in one place, and their like.
 *
 * @param server the number of the server they are for
 * @param keepsHost whether the server writes the host of the request before a path
 */
record AliasReader(int server, boolean keepsHost) {

  /**
   * What a pattern captures.
   *
   * @param groups how many groups it has
   */
  private record Captures(LanguageMatch match, int groups) {}

  /** Reads redirects. */
  List<Step> read(AliasContext alias) {
    List<Step> steps = new ArrayList<>();
    for (Redirect redirect : alias.redirects().redirects()) {
      if (redirect.leads()) {
        steps.add(step(redirect));
      }
    }
    alias
        .redirect()
        .filter(located -> located.status() >= 300 && located.status() < 400)
        .ifPresent(
            located ->
                steps.add(
                    new Step(
                        Step.Kind.REDIRECT_BY_URL,
                        located.origin(),
                        server,
                        DecodedPaths.ALL,
                        Step.Leads.to(Target.ANYWHERE))));
    return steps;
  }

  /** Reads an error's document that is at another server. */
  Step read(ErrorDocument document) {
    return new Step(
        Step.Kind.REDIRECT_BY_URL,
        document.origin(),
        server,
        DecodedPaths.ALL,
        Step.Leads.to(target(Template.of(Url.withSlashes(document.target())), Optional.empty())));
  }

  private Step step(Redirect redirect) {
    String written = Url.withSlashes(redirect.target().orElse(""));
    if (redirect.pattern().isPresent()) {
      Regex pattern = redirect.pattern().get();
      return new Step(
              Step.Kind.REDIRECT_BY_URL,
              redirect.origin(),
              server,
              pattern.match(DecodedPaths.ALL).matching(),
              arrival ->
                  target(
                      redirect.template(),
                      Optional.of(
                          new Captures(pattern.match(arrival.uri()), pattern.groupCount()))))
          .with(growth(redirect.template(), pattern));
    }
    String prefix = SingleSlashes.in(redirect.prefix());
    boolean below = !prefix.endsWith("/");
    Language begun =
        below
            ? Language.startingWith(prefix + "/").union(Language.of(prefix))
            : Language.startingWith(prefix);
    boolean joinsHost = endsWithHost(written) && !below;
    Target target = target(Template.of(written), Optional.empty());
    return new Step(
        Step.Kind.REDIRECT_BY_URL,
        redirect.origin(),
        server,
        DecodedPaths.ALL.intersect(begun),
        joinsHost || endsPath(written) >= 0
            ? Step.Leads.to(joinsHost ? Target.ANYWHERE : target)
            : arrival ->
                followedBy(target, arrival.uri().image(Transducer.without(prefix.length()))));
  }

  private Lengthening growth(Template template, Regex pattern) {
    return new Growth(Optional.of(pattern), Conditions.NONE, "", true, group -> Language.ALL)
        .of(template, keepsHost);
  }

  /** Returns where the query or the fragment of a written URL begins; negative if it has none. */
  private static int endsPath(String written) {
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == '?' || written.charAt(i) == '#') {
        return i;
      }
    }
    return -1;
  }

  private static Target followedBy(Target target, Language rest) {
    Language whole = target.place().paths().concatenate(rest);
    return new Target(target.authority(), Place.of(DecodedPaths.of(whole)));
  }

  private static boolean endsWithHost(String url) {
    int authority = url.indexOf("://");
    return authority >= 0 && url.indexOf('/', authority + 3) < 0;
  }

  /**
   * Returns where a text leads.
   *
   * @param match what the references to groups stand for; empty if there are none
   */
  private static Target target(Template template, Optional<Captures> match) {
    List<Part> parts = beforeQuery(template);
    String plain = new Template(parts).literalPrefix();
    boolean captures = parts.size() > (plain.isEmpty() ? 0 : 1);
    if (captures && (endsWithHost(plain) || !plain.contains("/"))) {
      return Target.ANYWHERE;
    }
    Optional<Url> url = Url.parse(plain);
    if (url.isPresent() && url.get().host().indexOf('\\') >= 0) {
      return Target.ANYWHERE;
    }
    boolean odd = plain.indexOf('%') >= 0;
    Language tail =
        odd
            ? Language.ALL
            : captures ? expanded(parts.subList(1, parts.size()), match) : Language.of("");
    if (url.isPresent()) {
      Authority authority =
          new Authority(
              Set.of(url.get().scheme()),
              false,
              Language.of(url.get().host().toLowerCase(Locale.ROOT)),
              OptionalInt.of(url.get().port()));
      return new Target(authority, place(odd ? "/" : url.get().target(), tail));
    }
    return plain.startsWith("/") && !plain.startsWith("//")
        ? Target.here(place(odd ? "/" : plain, tail))
        : Target.ANYWHERE;
  }

  /** Returns what stands before a written query or fragment. */
  private static List<Part> beforeQuery(Template template) {
    List<Part> parts = new ArrayList<>();
    for (Part part : template.parts()) {
      int end = part instanceof Literal literal ? endsPath(literal.text()) : -1;
      if (end > 0) {
        parts.add(new Literal(part.toString().substring(0, end)));
      }
      if (end >= 0) {
        break;
      }
      parts.add(part);
    }
    return parts;
  }

  /** A captured question mark or number sign ends the path. */
  private static Place place(String start, Language tail) {
    Language paths = Language.of(start).concatenate(tail).image(Transducer.until("?#"));
    return Place.of(DecodedPaths.of(paths));
  }

  /** Returns what becomes of parts with references to groups; anything where one is escaped. */
  private static Language expanded(List<Part> parts, Optional<Captures> match) {
    Language expanded = Language.of("");
    for (Part part : parts) {
      if (part instanceof Literal literal && literal.text().indexOf('%') >= 0) {
        return expanded.concatenate(Language.ALL);
      }
      expanded =
          expanded.concatenate(
              part instanceof Backreference reference
                  ? match.map(known -> group(known, reference.group())).orElse(Language.ALL)
                  : Language.of(part.toString()));
    }
    return expanded;
  }

  private static Language group(Captures captures, int group) {
    if (group > captures.groups()) {
      return Language.of("");
    }
    LanguageMatch match = captures.match();
    Language captured = match.group(group);
    return match.mayBeUnset(group) ? captured.union(Language.of("")) : captured;
  }
}
