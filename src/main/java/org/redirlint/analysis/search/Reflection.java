package org.redirlint.analysis.search;

import java.util.List;
import java.util.Optional;
import org.redirlint.analysis.search.Source.Captured;
import org.redirlint.analysis.search.Source.Changed;
import org.redirlint.analysis.search.Source.Joined;
import org.redirlint.semantics.Hop;

/** A redirect whose Location is made, at least in part, of what the request says. */
public final class Reflection {

  private final Trial trial;
  private final Hop hop;
  private final Value location;
  private final Solver solver = new Solver();

  /**
   * Takes a redirect.
   *
   * @param trial the request
   * @param hop the request with its answer
   * @param location the Location header, and what it was made of
   */
  Reflection(Trial trial, Hop hop, Value location) {
    this.trial = trial;
    this.hop = hop;
    this.location = location;
  }

  /** A part of a request. */
  public enum Part {
    /** The Host header. */
    HOST,
    /** The path, as sent. */
    PATH,
    /** The query, as sent. */
    QUERY,
    /** Another header. */
    HEADER,
    /** The method. */
    METHOD;

    private static Part of(String name) {
      return switch (name) {
        case Trial.HOST -> HOST;
        case Trial.PATH -> PATH;
        case Trial.QUERY -> QUERY;
        case Trial.METHOD -> METHOD;
        default -> HEADER;
      };
    }
  }

  /** Returns the request. */
  public Trial trial() {
    return trial;
  }

  /** Returns the request with its answer. */
  public Hop hop() {
    return hop;
  }

  /** Returns the Location header. */
  public String location() {
    return location.text();
  }

  /** Tells whether the Location was made of a part of the request. */
  public boolean isMadeOf(Part part) {
    return isMadeOf(location, part);
  }

  private static boolean isMadeOf(Value value, Part part) {
    Source source = value.source();
    if (source instanceof Source.Part name) {
      return Part.of(name.name()) == part;
    }
    if (source instanceof Joined joined) {
      return joined.parts().stream().anyMatch(each -> isMadeOf(each, part));
    }
    if (source instanceof Changed changed) {
      return isMadeOf(changed.of(), part);
    }
    return source instanceof Captured captured && isMadeOf(captured.of(), part);
  }

  /**
   * Returns how the Location begins, as far as no link can change it: by neither path nor query.
   */
  public String beginning() {
    StringBuilder beginning = new StringBuilder();
    boolean fixed = true;
    for (Value part :
        location.source() instanceof Joined joined ? joined.parts() : List.of(location)) {
      fixed &= !isMadeOf(part, Part.PATH) && !isMadeOf(part, Part.QUERY);
      beginning.append(fixed ? part.text() : "");
    }
    return beginning.toString();
  }

  /**
   * Returns a request that might be redirected to another Location; empty if none is found. It is a
   * guess, to be asked.
   */
  public Optional<Trial> to(String wanted) {
    return solver.solve(location, wanted).map(trial::with);
  }

  /**
   * Returns what tells redirects of the same directives apart: which parts are there, and empty.
   */
  Object form() {
    StringBuilder form = new StringBuilder();
    form(location, form);
    return form.toString();
  }

  /**
   * Returns how the Location was made, whatever the texts are that the directive holds itself: what
   * is wrong with one of two lines of a list is mostly wrong with the other.
   */
  public Object making() {
    return making(location);
  }

  private static Object making(Value value) {
    Source source = value.source();
    if (source instanceof Joined joined) {
      return joined.parts().stream().map(Reflection::making).toList();
    }
    if (source instanceof Changed changed) {
      return List.of(changed.by().getClass(), making(changed.of()));
    }
    if (source instanceof Captured captured) {
      return List.of("captured", making(captured.of()));
    }
    return source instanceof Source.Part part ? part : "";
  }

  private static void form(Value value, StringBuilder form) {
    if (value.source() instanceof Joined joined) {
      joined.parts().forEach(part -> form(part, form));
    } else if (!value.isConstant()) {
      form.append(value.text().isEmpty() ? 'e' : value.text().equals("/") ? '/' : 'v');
    } else {
      form.append('c');
    }
  }
}
