package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.redirlint.http.Url;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.ConditionBackreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;

/**
 * Reads where a substitution of mod_rewrite may lead.
 *
 * @param captures what the groups of the rule's pattern capture, as it is put into the substitution
 *     but for what is escaped there; empty where that is not known
 * @param conditions the rule's conditions
 * @param environment what environment variables may hold
 * @param arrival the requests that are led
 * @param escaping how often what is put in is escaped before it is sent
 * @param names what the server may call itself besides what the client calls it
 * @param base what stands before a relative path; the empty text where that is not known
 */
record TargetReader(
    Optional<IntFunction<Language>> captures,
    Conditions conditions,
    Environment environment,
    Arrival arrival,
    Escaping escaping,
    Language names,
    String base) {

  /** How often what is put into a substitution is escaped before it is sent. */
  enum Escaping {
    /** As it is sent: it arrives as it is. */
    ONCE,
    /** A client may take it for something else: {@code NE}. */
    NOT_AT_ALL,
    /** What is captured is escaped when it is put in: {@code B}. */
    TWICE
  }

  /** What a client takes for something else if it is not escaped. */
  private static final Language SPECIAL =
      Regex.constant("[%?#\\\\]").match(Language.ALL).matching();

  /** What leads to another server, or to a whole URL of this one. */
  static final Language URLS = Regex.constant("^(?i:https?)://").match(Language.ALL).matching();

  private static final Set<String> OF_HOST = Set.of("HTTP_HOST", "SERVER_NAME", "HTTP:HOST");

  /** A file's name with an extension, at the beginning of a path. */
  private static final Pattern FILE =
      Pattern.compile("(/?(?:[^/?]+/)*[^/?]+\\.[A-Za-z0-9]+)(?:[/?].*|)");

  private static final Language OF_HOSTS =
      Regex.constant("^[A-Za-z0-9._-]*\\z").match(Language.ALL).matching();

  private static final Transducer PORT_LEFT_OUT = Transducer.until(":");

  private static final Pattern OTHER_SCHEME = Pattern.compile("(?s)//.*|[a-z][a-z0-9+.-]*:.*");

  /**
   * Returns the paths of this server that a substitution stands for, before they are looked at as
   * those of URLs; empty where it may be something else.
   */
  Optional<Language> written(Template substitution) {
    String start = substitution.literalPrefix();
    boolean path =
        start.isEmpty()
            ? !substitution.parts().isEmpty() && beginsWithPath(substitution.parts())
            : scheme(substitution).isEmpty()
                && !OTHER_SCHEME.matcher(start.toLowerCase(Locale.ROOT)).matches();
    return path ? Optional.of(rooted(path(substitution.parts()).texts())) : Optional.empty();
  }

  /** Returns where a substitution leads: to another place of the same server, or to a URL. */
  Target read(Template substitution) {
    List<Part> parts = substitution.parts();
    if (parts.isEmpty()) {
      return Target.ANYWHERE;
    }
    String start = substitution.literalPrefix();
    String lower = start.toLowerCase(Locale.ROOT);
    for (String scheme : List.of("http", "https")) {
      String beginning = scheme + "://";
      if (lower.startsWith(beginning)) {
        List<Part> later = new ArrayList<>(parts.subList(1, parts.size()));
        String rest = start.substring(beginning.length());
        if (!rest.isEmpty()) {
          later.add(0, new Literal(rest));
        }
        return absolute(scheme, later);
      }
    }
    if (scheme(substitution).isPresent() && parts.get(1) instanceof Literal rest) {
      List<Part> later = new ArrayList<>(parts.subList(2, parts.size()));
      if (rest.text().length() > 3) {
        later.add(0, new Literal(rest.text().substring(3)));
      }
      Target target = absolute("http", later);
      Authority authority = target.authority();
      return new Target(
          new Authority(Authority.ALL_SCHEMES, false, authority.hosts(), OptionalInt.empty()),
          target.place());
    }
    if (OTHER_SCHEME.matcher(lower).matches() || (start.isEmpty() && !beginsWithPath(parts))) {
      return Target.ANYWHERE;
    }
    return new Target(Authority.SAME.within(hosts().union(names)), local(parts));
  }

  /** Returns the variable that stands for the scheme of a URL; empty if there is none. */
  static Optional<String> scheme(Template substitution) {
    List<Part> parts = substitution.parts();
    return parts.size() > 1
            && parts.get(0) instanceof Variable variable
            && parts.get(1) instanceof Literal rest
            && rest.text().startsWith("://")
        ? Optional.of(variable.name())
        : Optional.empty();
  }

  private static boolean rooted(Optional<Language> value) {
    return value.isPresent()
        && Language.startingWith("/").union(Language.of("")).includes(value.get());
  }

  /** Tells whether what begins with a variable or a group is never another server's URL. */
  private boolean beginsWithPath(List<Part> parts) {
    if (parts.get(0) instanceof Variable variable) {
      return rooted(environment.value(variable.name()))
          || variable.name().equals("REQUEST_URI")
          || variable.name().equals("DOCUMENT_ROOT")
          || variable.name().equals("REQUEST_FILENAME");
    }
    return escaping == Escaping.ONCE && !path(parts).texts().meets(URLS);
  }

  /** Reads a path of this server. */
  private Place local(List<Part> parts) {
    Path path = path(parts);
    return place(rooted(path.texts()), path);
  }

  private Language rooted(Language texts) {
    Language rooted = Language.startingWith("/");
    if (rooted.includes(texts)) {
      return texts;
    }
    // Without a base, or for the empty text, the path on the disk stands before it.
    Language relative = texts.minus(rooted);
    Language before = base.isEmpty() || texts.contains("") ? rooted : Language.of(base);
    return texts.intersect(rooted).union(before.concatenate(relative));
  }

  private Place place(Language texts, Path path) {
    Place place =
        Place.of(DecodedPaths.of(texts))
            .asking(path.query().orElseGet(() -> arrival.place().query()));
    return escaping == Escaping.ONCE ? place : place.sentAnyhow();
  }

  /** Returns the file whose name is written in a path of this server; empty if there is none. */
  static Optional<String> file(Template substitution, Place place) {
    Optional<String> written =
        IntStream.range(0, substitution.parts().size())
            .boxed()
            .flatMap(part -> file(substitution.parts(), part).stream())
            .findFirst();
    return place
        .paths()
        .texts(1)
        .flatMap(single -> single.stream().findFirst())
        .filter(path -> written.isEmpty() || path.endsWith(written.get()))
        .map(path -> Optional.of(path).filter(file -> !file.endsWith("/")))
        .orElse(written);
  }

  /** Returns the file whose whole name stands in a part. */
  private static Optional<String> file(List<Part> parts, int number) {
    if (!(parts.get(number) instanceof Literal literal)) {
      return Optional.empty();
    }
    String text = number == 0 ? literal.text() : literal.text().replaceFirst("^[^/?]*", "");
    Matcher named = FILE.matcher(text);
    boolean whole = named.matches() && (named.end(1) < text.length() || number == parts.size() - 1);
    return whole ? Optional.of(named.group(1)) : Optional.empty();
  }

  private Target absolute(String scheme, List<Part> parts) {
    int path = 0;
    while (path < parts.size() && !beginsPath(parts.get(path))) {
      path++;
    }
    List<Part> later = new ArrayList<>(parts.subList(path, parts.size()));
    List<Part> earlier = new ArrayList<>(parts.subList(0, path));
    if (path < parts.size() && parts.get(path) instanceof Literal literal) {
      int slash = end(literal.text());
      later.set(0, new Literal(literal.text().substring(slash)));
      if (slash > 0) {
        earlier.add(new Literal(literal.text().substring(0, slash)));
      }
    }
    Authority authority = authority(scheme, earlier);
    boolean open = earlier.stream().anyMatch(this::mayEndTheHost);
    if (open || (later.isEmpty() && !isLiteral(earlier))) {
      return new Target(
          new Authority(Set.of(scheme), false, Authority.HOSTS, OptionalInt.empty()), Place.ANY);
    }
    boolean bare =
        later.isEmpty() || (later.get(0) instanceof Literal first && !first.text().startsWith("/"));
    if (bare) {
      later.add(0, new Literal("/"));
    }
    Path read = path(later);
    return new Target(authority, place(read.texts(), read));
  }

  /** Tells whether a part may hold what ends a host: browsers take a backslash for a slash. */
  private boolean mayEndTheHost(Part part) {
    return part instanceof Literal literal
        ? literal.text().indexOf('\\') >= 0
        : part instanceof Backreference group && host(group).isEmpty();
  }

  private static boolean isLiteral(List<Part> parts) {
    return parts.stream().allMatch(Literal.class::isInstance);
  }

  private static int end(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("/?#".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private boolean beginsPath(Part part) {
    if (part instanceof Literal literal) {
      return end(literal.text()) >= 0;
    }
    if (part instanceof Backreference group && captures.isPresent()) {
      return Language.startingWith("/").includes(captures.get().apply(group.group()));
    }
    return part instanceof Variable variable && variable.name().equals("REQUEST_URI");
  }

  private Authority authority(String scheme, List<Part> parts) {
    if (isLiteral(parts)) {
      String text = new Template(parts).toString();
      return Url.parse(scheme + "://" + text)
          .map(
              url ->
                  new Authority(
                      Set.of(scheme),
                      false,
                      Language.of(url.host().toLowerCase(Locale.ROOT)),
                      OptionalInt.of(url.port())))
          .orElse(new Authority(Set.of(scheme), false, Authority.HOSTS, OptionalInt.empty()));
    }
    Language hosts = Language.of("");
    for (Part part : parts) {
      hosts = hosts.concatenate(host(part));
    }
    return new Authority(Set.of(scheme), false, hosts, OptionalInt.empty());
  }

  private Language host(Part part) {
    if (part instanceof Literal literal) {
      return Language.of(literal.text().toLowerCase(Locale.ROOT));
    }
    if (part instanceof Variable variable && OF_HOST.contains(variable.name())) {
      return variable.name().equals("SERVER_NAME") ? hosts().union(names) : hosts();
    }
    if (part instanceof Backreference group) {
      return host(group).orElse(Authority.HOSTS);
    }
    return part instanceof ConditionBackreference group ? host(group) : Authority.HOSTS;
  }

  /** Returns the part of a host that a group captures; empty where it may be more than that. */
  private Optional<Language> host(Backreference group) {
    return captures
        .map(known -> known.apply(group.group()))
        .filter(OF_HOSTS::includes)
        .map(names -> names.image(TextSet.InAnyCase.LOWER_CASE));
  }

  /** Returns the part of a host that a condition captures; a port may follow its name there. */
  private Language host(ConditionBackreference group) {
    Language captured = captured(group).image(TextSet.InAnyCase.LOWER_CASE);
    return captured.union(captured.image(PORT_LEFT_OUT));
  }

  /** Returns the hosts of the requests. */
  private Language hosts() {
    return arrival.hosts().intersect(conditions.hosts());
  }

  private Language captured(ConditionBackreference group) {
    return conditions.captured(group.group(), arrival);
  }

  /**
   * A path and a query.
   *
   * @param texts what the path may be, up to a question mark
   * @param query what the query may be; empty if none is written
   */
  private record Path(Language texts, Optional<Language> query) {}

  /** Returns what is made of a substitution, up to a question mark, before it is escaped. */
  Language texts(Template substitution) {
    return path(substitution.parts()).texts();
  }

  private Path path(List<Part> parts) {
    Language path = Language.of("");
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Literal literal && endsAtFragment(literal.text())) {
        String before = literal.text().substring(0, literal.text().indexOf('#'));
        return new Path(path.concatenate(text(before)), Optional.of(Language.of("")));
      }
      if (parts.get(i) instanceof Literal literal && literal.text().indexOf('?') >= 0) {
        int mark = literal.text().indexOf('?');
        List<Part> query = new ArrayList<>(parts.subList(i + 1, parts.size()));
        query.add(0, new Literal(literal.text().substring(mark + 1)));
        return new Path(
            path.concatenate(text(literal.text().substring(0, mark))), Optional.of(query(query)));
      }
      path = path.concatenate(text(parts.get(i)));
    }
    return new Path(path, Optional.empty());
  }

  /** The query that is written; what stands for a value may be anything. */
  private static Language query(List<Part> parts) {
    Language query = Language.of("");
    for (Part part : parts) {
      query =
          query.concatenate(
              part instanceof Literal literal ? Language.of(literal.text()) : Language.ALL);
    }
    return query;
  }

  /** A client sends nothing of what begins with a number sign, the query neither. */
  private boolean endsAtFragment(String text) {
    int mark = text.indexOf('?');
    int sign = text.indexOf('#');
    return escaping == Escaping.NOT_AT_ALL && sign >= 0 && (mark < 0 || sign < mark);
  }

  private Language text(Part part) {
    if (part instanceof Literal literal) {
      return text(literal.text());
    }
    Language value = value(part);
    return escaping == Escaping.ONCE || (escaping == Escaping.NOT_AT_ALL && !value.meets(SPECIAL))
        ? value
        : Language.ALL;
  }

  private Language value(Part part) {
    if (part instanceof Backreference group && captures.isPresent()) {
      return captures.get().apply(group.group());
    }
    if (part instanceof ConditionBackreference group) {
      return captured(group);
    }
    if (part instanceof Variable variable) {
      return variable.name().equals("REQUEST_URI")
          ? arrival.uri()
          : environment.value(variable.name()).orElse(Language.ALL);
    }
    return Language.ALL;
  }

  /** What is written with an escape is not read. */
  private static Language text(String written) {
    boolean plain = written.indexOf('%') < 0 && written.indexOf('\\') < 0;
    return plain ? Language.of(written) : Language.ALL;
  }
}
