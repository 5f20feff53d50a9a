package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.httpd.AliasContext;
import org.redirlint.model.httpd.AliasContext.Located;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.Redirect;
import org.redirlint.model.httpd.RedirectList;
import org.redirlint.regex.Regex;

/** Reads the directives of mod_alias in one place of the configuration. */
final class AliasReader {

  private static final int FOUND = 302;
  private static final Map<String, Integer> WORDS =
      Map.of("permanent", 301, "temp", 302, "seeother", 303, "gone", 410);

  private final Expression.Reader expressions;
  private final List<Redirect> redirects = new ArrayList<>();
  private final List<Redirect> aliases = new ArrayList<>();
  private Optional<Located> redirect = Optional.empty();
  private Optional<Located> alias = Optional.empty();
  private Optional<Boolean> relative = Optional.empty();
  private final Place place;
  private final Optional<String> location;

  /** Takes the path of the {@code Location} the directives stand in, if they do. */
  AliasReader(Expression.Reader expressions, Place place, Optional<String> location) {
    this.expressions = expressions;
    this.place = place;
    this.location = location;
  }

  /** Returns what was read. */
  AliasContext context() {
    if (redirects.isEmpty()
        && aliases.isEmpty()
        && redirect.isEmpty()
        && alias.isEmpty()
        && relative.isEmpty()) {
      return AliasContext.NONE;
    }
    return new AliasContext(
        RedirectList.of(redirects), RedirectList.of(aliases), redirect, alias, relative);
  }

  /** Reads a directive; tells whether it is one of mod_alias's. */
  boolean read(Statement statement) throws RefusedException {
    List<String> words = statement.arguments();
    switch (statement.name()) {
      case "redirect" -> redirect(statement, words, false);
      case "redirectmatch" -> redirect(statement, words, true);
      case "redirectpermanent" -> add(statement, 301, words, false);
      case "redirecttemp" -> add(statement, FOUND, words, false);
      case "redirectrelative" -> relative = Optional.of(statement.isOn());
      case "alias", "scriptalias" -> alias(statement, words, false);
      case "aliasmatch", "scriptaliasmatch" -> alias(statement, words, true);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void redirect(Statement statement, List<String> words, boolean match)
      throws RefusedException {
    Optional<Integer> status = status(words.get(0));
    if (status.isPresent()) {
      add(statement, status.get(), words.subList(1, words.size()), match);
    } else if (words.size() == 3) {
      throw new RefusedException("Redirect: invalid first argument (of three)");
    } else {
      add(statement, FOUND, words, match);
    }
  }

  private static Optional<Integer> status(String word) {
    Integer named = WORDS.get(word.toLowerCase(Locale.ROOT));
    if (named != null) {
      return Optional.of(named);
    }
    boolean number = !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    return number ? Optional.of((int) Texts.leadingNumber(word)) : Optional.empty();
  }

  private void add(Statement statement, int status, List<String> words, boolean match)
      throws RefusedException {
    boolean leads = status >= 300 && status < 400;
    boolean target = words.size() > 1 || (words.size() == 1 && isInSection());
    if (leads && !target) {
      throw new RefusedException("URL to redirect to is missing");
    }
    if (!leads && words.size() > 1) {
      throw new RefusedException("Redirect URL not valid for this status");
    }
    if (words.size() < (leads ? 2 : 1)) {
      located(statement, status, words);
      return;
    }
    Optional<String> url = leads ? Optional.of(words.get(1)) : Optional.empty();
    if (match) {
      Regex regex = regex(words.get(0));
      redirects.add(new Redirect(statement.origin(), "", Optional.of(regex), status, url));
      return;
    }
    if (url.isPresent() && !isUrl(url.get())) {
      throw new RefusedException("Redirect to non-URL");
    }
    redirects.add(new Redirect(statement.origin(), words.get(0), Optional.empty(), status, url));
  }

  /** There, a path need not be said. Of a piece of a configuration this is not known. */
  private boolean isInSection() {
    return !place.isServer();
  }

  /** A path, or what looks like a scheme and a colon (ap_is_url). */
  private static boolean isUrl(String target) {
    return target.startsWith("/") || target.matches("[A-Za-z0-9+.-]+:.*");
  }

  private static Regex regex(String pattern) throws RefusedException {
    return Texts.regex(pattern, false, "Regular expression could not be compiled.");
  }

  private void located(Statement statement, int status, List<String> words)
      throws RefusedException {
    Optional<Expression.Text> target = Optional.empty();
    if (!words.isEmpty()) {
      target = expressions.text(words.get(0)).text();
      if (target.isEmpty()) {
        throw new RefusedException("Cannot parse redirect expression '" + words.get(0) + "'");
      }
    }
    redirect = Optional.of(new Located(statement.origin(), status, target, location));
  }

  private void alias(Statement statement, List<String> words, boolean match)
      throws RefusedException {
    if (!match) {
      refuseAlias(words);
    }
    if (words.size() == 1 && !match) {
      alias =
          Optional.of(
              new Located(statement.origin(), 0, expressions.text(words.get(0)).text(), location));
      return;
    }
    Optional<Regex> pattern = match ? Optional.of(regex(words.get(0))) : Optional.empty();
    aliases.add(
        new Redirect(
            statement.origin(), match ? "" : words.get(0), pattern, 0, Optional.of(words.get(1))));
  }

  /** With a path it belongs to a server, without one to a {@code Location}. */
  private void refuseAlias(List<String> words) throws RefusedException {
    if (place.isServer() && words.size() < 2) {
      throw new RefusedException("Alias must have two arguments when used globally");
    }
    if (place.kind() == Place.Kind.SECTION) {
      String section = place.section().toLowerCase(Locale.ROOT);
      if (section.startsWith("<limit")) {
        throw new RefusedException("Alias cannot occur within <Limit> or <LimitExcept> section");
      }
      if (words.size() < 2 && !section.startsWith("<location")) {
        throw new RefusedException("Alias cannot occur within " + place.section() + " section");
      }
      if (words.size() > 1) {
        throw new RefusedException("Alias cannot occur within directory context");
      }
    }
  }
}
