package org.redirlint.ruleset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.redirlint.diagnostic.Severity;
import org.redirlint.ruleset.yaml.Names;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.Node.Entry;
import org.redirlint.ruleset.yaml.Node.Mapping;
import org.redirlint.ruleset.yaml.Node.Scalar;
import org.redirlint.ruleset.yaml.Place;
import org.redirlint.ruleset.yaml.YamlFile;

/**
 * Reads rulesets: those that come with redirlint by their names, a project's own by their paths.
 *
 * <p>A ruleset extends others and says of their rules how severe they are, what they are told, or
 * that they are off; what it says holds over what those say that it extends.
 */
public final class RulesetLoader {

  /** The rulesets to choose from, which hold together what belongs together. */
  public static final Set<String> NAMES =
      Set.of("recommended", "strict", "seo", "security", "methods", "all");

  /** The keys whose values are rules of a project's own, in its settings and its rulesets. */
  public static final Set<String> OWN = Set.of("promises", "own");

  /** How the name of a ruleset's file ends. */
  static final String ENDING = ".yaml";

  private static final String EXTENDS = "extends";

  /** What a project can say of a rule in one word. */
  private static final Map<String, Setting> SETTINGS =
      Map.of(
          "off", Setting.OFF,
          "false", Setting.OFF,
          "on", Setting.ON,
          "true", Setting.ON,
          "info", Setting.INFO,
          "warning", Setting.WARNING,
          "error", Setting.ERROR);

  private enum Setting {
    OFF,
    ON,
    INFO,
    WARNING,
    ERROR
  }

  private static final long LARGEST_FILE = 1 << 20;

  private final Map<String, RuleDefinition> known = new TreeMap<>();
  private final Set<String> on = new TreeSet<>();
  private final Map<String, Place> own = new TreeMap<>();
  private final BuiltInRulesets builtIn;
  private int files;

  private RulesetLoader(BuiltInRulesets builtIn) {
    this.builtIn = builtIn;
  }

  /**
   * Returns a ruleset that comes with redirlint, with all that it extends.
   *
   * @throws IllegalArgumentException if there is no ruleset of that name
   */
  public static Ruleset load(String name) {
    RulesetLoader loader = new RulesetLoader(new BuiltInRulesets());
    if (loader.builtIn.find(name).isEmpty()) {
      throw new IllegalArgumentException(Names.unknown("ruleset", name, NAMES));
    }
    loader.extendBuiltIn(name);
    return loader.ruleset();
  }

  /**
   * Returns what a project checks.
   *
   * @param bases what it extends: rulesets by their names, files by their paths
   * @param settings its settings: {@code rules} say something of the rules, by their names, {@link
   *     #OWN} add more
   * @param folder where paths start, and the folder that no path may leave
   * @throws org.redirlint.ruleset.yaml.InvalidSettingsException if something in them is wrong
   */
  public static Ruleset load(Node bases, Mapping settings, Path folder) {
    RulesetLoader loader = new RulesetLoader(new BuiltInRulesets());
    bases.asList().forEach(base -> loader.extend(base, folder, folder));
    loader.defineOwn(settings);
    loader.change(settings.mapping("rules"));
    return loader.ruleset();
  }

  private Ruleset ruleset() {
    return new Ruleset(configured(on), configured(own.keySet()));
  }

  private List<ConfiguredRule> configured(Set<String> ids) {
    return ids.stream().map(id -> definition(id).configured()).toList();
  }

  private void extendBuiltIn(String name) {
    Mapping ruleset =
        builtIn
            .find(name)
            .orElseThrow(() -> new IllegalStateException("there is no ruleset " + name));
    for (Entry entry : ruleset.entries()) {
      if (entry.key().equals(EXTENDS)) {
        entry.value().asTexts().forEach(this::extendBuiltIn);
      } else if (isDefinition(entry.value())) {
        define(entry);
        on.add(entry.key());
      } else {
        change(entry);
      }
    }
  }

  private void extend(Node base, Path folder, Path root) {
    String name = base.asText();
    if (builtIn.find(name).isPresent()) {
      extendBuiltIn(name);
    } else if (name.endsWith(ENDING) || name.endsWith(".yml")) {
      extendFile(base, folder.resolve(name).normalize(), root);
    } else {
      throw base.place()
          .complain(
              Names.unknown("ruleset", name, NAMES) + "; a file's name has to end in " + ENDING);
    }
  }

  private void extendFile(Node base, Path file, Path root) {
    if (++files > 20) {
      throw base.place().complain("more than 20 files are extended: do they extend each other?");
    }
    Mapping ruleset =
        YamlFile.read(root.relativize(file).toString(), text(base, file, root)).asMapping();
    for (Entry entry : ruleset.entries()) {
      if (entry.key().equals(EXTENDS)) {
        Path parent = file.getParent();
        entry.value().asList().forEach(e -> extend(e, parent == null ? root : parent, root));
      }
    }
    defineOwn(ruleset);
    for (Entry entry : ruleset.entries()) {
      if (!entry.key().equals(EXTENDS) && !OWN.contains(entry.key())) {
        change(entry);
      }
    }
  }

  private void defineOwn(Mapping settings) {
    for (Node promise : settings.find("promises").map(Node::asList).orElseGet(List::of)) {
      defineOwn(promise.asMapping(), PromiseReader.read(promise.asMapping()));
    }
    for (Node ban : settings.find("own").map(Node::asList).orElseGet(List::of)) {
      defineOwn(ban.asMapping(), BanReader.read(ban.asMapping()));
    }
  }

  /** Rules of a project's own are on from the first, and have names that nothing else has. */
  private void defineOwn(Mapping entry, RuleDefinition definition) {
    Place place = entry.get("id").place();
    String id = definition.info().id();
    defineAll();
    if (known.containsKey(id)) {
      Place other = own.get(id);
      throw place.complain(
          other == null
              ? "there is a rule \"" + id + "\" in redirlint already"
              : "there is a rule \"" + id + "\" already, at " + other);
    }
    known.put(id, definition);
    own.put(id, place);
    on.add(id);
  }

  /** A ruleset must not tell what stands in files outside of its project. */
  private static String text(Node base, Path file, Path root) {
    try {
      if (!file.toRealPath().startsWith(root.toRealPath())) {
        throw base.place().complain("only files below " + root + " may be extended");
      }
      if (Files.size(file) > LARGEST_FILE) {
        throw base.place().complain("this file is too large to be a ruleset");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw base.place().complain("cannot be read: there is no such file of UTF-8 text");
    }
  }

  private void change(Mapping changes) {
    changes.entries().forEach(this::change);
  }

  private void change(Entry entry) {
    String id = entry.key();
    if (!known.containsKey(id)) {
      defineAll();
    }
    if (!known.containsKey(id)) {
      throw entry.place().complain(Names.unknown("rule", id, known.keySet()));
    }
    if (!(entry.value() instanceof Scalar)) {
      known.put(id, definition(id).changed(entry.value().asMapping()));
      on.add(id);
      return;
    }
    switch (entry.value().asOneOf("setting", SETTINGS)) {
      case OFF -> on.remove(id);
      case ON -> on.add(id);
      case INFO -> as(id, Severity.INFO);
      case WARNING -> as(id, Severity.WARNING);
      case ERROR -> as(id, Severity.ERROR);
    }
  }

  private void as(String id, Severity severity) {
    known.put(id, definition(id).as(severity));
    on.add(id);
  }

  private RuleDefinition definition(String id) {
    RuleDefinition definition = known.get(id);
    if (definition == null) {
      throw new IllegalStateException("there is no rule " + id);
    }
    return definition;
  }

  private static boolean isDefinition(Node value) {
    return value instanceof Mapping mapping && mapping.find("summary").isPresent();
  }

  private void define(Entry entry) {
    known.computeIfAbsent(entry.key(), id -> RuleDefinition.read(id, entry.value().asMapping()));
  }

  /** Gets to know every rule there is, as a project may switch on what its bases leave out. */
  private void defineAll() {
    RulesetLoader all = new RulesetLoader(builtIn);
    all.extendBuiltIn("all");
    all.known.forEach(known::putIfAbsent);
  }
}
