package org.redirlint.model.httpd;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Directives of the core and of mod_mime that matter for redirects.
 *
 * @param options {@code Options}; empty where none are said
 * @param override {@code AllowOverride}; empty where it is not said
 * @param canonicalName {@code UseCanonicalName}: the server's own name is used in URLs
 * @param physicalPort {@code UseCanonicalPhysicalPort}
 * @param encodedSlashes {@code AllowEncodedSlashes}
 * @param acceptPathInfo {@code AcceptPathInfo}
 * @param handler {@code SetHandler}, {@code ForceType} or {@code Action}, as written
 * @param handlers the handlers of file name extensions ({@code AddHandler}), by extension in lower
 *     case, as written
 * @param spelling {@code CheckSpelling} and its like; empty where they are not said
 */
public record CoreSettings(
    Optional<Options> options,
    Optional<Set<Overridable>> override,
    Optional<Boolean> canonicalName,
    Optional<Boolean> physicalPort,
    Optional<EncodedSlashes> encodedSlashes,
    Optional<Boolean> acceptPathInfo,
    Optional<String> handler,
    Map<String, String> handlers,
    Optional<Spelling> spelling) {

  /** Nothing. */
  public static final CoreSettings NONE =
      new CoreSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty());

  public CoreSettings {
    override = override.map(Set::copyOf);
    handlers = Map.copyOf(handlers);
  }

  /** Returns settings that say nothing but {@code AllowOverride}. */
  public static CoreSettings overridable(Set<Overridable> classes) {
    return new CoreSettings(
        Optional.empty(),
        Optional.of(classes),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** A class of directives of {@code AllowOverride}. */
  public enum Overridable {
    /** {@code AuthConfig}. */
    AUTH_CONFIG,
    /** {@code FileInfo}. */
    FILE_INFO,
    /** {@code Indexes}. */
    INDEXES,
    /** {@code Limit}. */
    LIMIT,
    /** {@code Options}. */
    OPTIONS
  }

  /** {@code AllowEncodedSlashes}. */
  public enum EncodedSlashes {
    /** {@code Off}: a URL with one is not found. */
    OFF,
    /** {@code On}: they are decoded. */
    ON,
    /** {@code NoDecode}: they stay encoded. */
    NO_DECODE
  }

  /** One of {@code Options}. */
  public enum Option {
    /** {@code FollowSymLinks}. */
    FOLLOW_SYM_LINKS,
    /** {@code SymLinksIfOwnerMatch}. */
    SYM_LINKS_IF_OWNER_MATCH,
    /** {@code Indexes}. */
    INDEXES,
    /** {@code MultiViews}. */
    MULTI_VIEWS,
    /** {@code ExecCGI}. */
    EXEC_CGI,
    /** {@code Includes}. */
    INCLUDES
  }

  /**
   * {@code Options}.
   *
   * @param absolute what holds from here on; empty if options are only added and removed
   * @param added the options with a plus
   * @param removed the options with a minus
   */
  public record Options(Optional<Set<Option>> absolute, Set<Option> added, Set<Option> removed) {
    /** Takes copies. */
    public Options {
      absolute = absolute.map(Set::copyOf);
      added = Set.copyOf(added);
      removed = Set.copyOf(removed);
    }

    Options merge(Options inner) {
      if (inner.absolute.isPresent()) {
        return inner;
      }
      Set<Option> plus = new HashSet<>(added);
      plus.removeAll(inner.removed);
      plus.addAll(inner.added);
      Set<Option> minus = new HashSet<>(removed);
      minus.addAll(inner.removed);
      minus.removeAll(inner.added);
      return new Options(absolute, plus, minus);
    }

    boolean has(Option option) {
      return added.contains(option)
          || (absolute.orElse(Set.of(Option.FOLLOW_SYM_LINKS)).contains(option)
              && !removed.contains(option));
    }
  }

  /** Tells whether an option holds; {@code FollowSymLinks} is httpd's default. */
  public boolean has(Option option) {
    return options.map(set -> set.has(option)).orElse(option == Option.FOLLOW_SYM_LINKS);
  }

  CoreSettings merge(CoreSettings inner) {
    if (inner.equals(NONE)) {
      return this;
    }
    Map<String, String> all = new java.util.HashMap<>(handlers);
    all.putAll(inner.handlers);
    return new CoreSettings(
        options.isPresent() && inner.options.isPresent()
            ? Optional.of(options.get().merge(inner.options.get()))
            : inner.options.or(() -> options),
        inner.override.or(() -> override),
        inner.canonicalName.or(() -> canonicalName),
        inner.physicalPort.or(() -> physicalPort),
        inner.encodedSlashes.or(() -> encodedSlashes),
        inner.acceptPathInfo.or(() -> acceptPathInfo),
        inner.handler.or(() -> handler),
        all,
        inner.spelling.or(() -> spelling));
  }
}
