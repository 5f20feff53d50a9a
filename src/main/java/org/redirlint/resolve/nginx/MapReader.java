package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.NameTable;
import org.redirlint.model.nginx.VariableDefinition;
import org.redirlint.model.nginx.VariableDefinition.MapPattern;
import org.redirlint.model.nginx.VariableDefinition.MapTable;
import org.redirlint.model.nginx.VariableDefinition.MapValue;

/** Reads {@code map} (ngx_http_map_block). */
final class MapReader {

  private final Problems problems;
  private final TemplateReader templates;
  private final PatternReader patterns;
  private final LoadedDirective block;
  private final NameTable<MapValue> names = new NameTable<>();
  private final List<MapPattern> expressions = new ArrayList<>();
  private Optional<MapValue> defaultValue = Optional.empty();
  private boolean hostnames;
  private boolean isVolatile;

  MapReader(Problems problems, LoadedDirective block) {
    this.problems = problems;
    this.templates = new TemplateReader(problems);
    this.patterns = new PatternReader(problems);
    this.block = block;
  }

  /** Reads the block. */
  VariableDefinition read() {
    for (LoadedDirective line : block.body()) {
      hostnames |= line.name().equals("hostnames") && line.arguments().isEmpty();
    }
    block.body().forEach(this::entry);
    return new MapTable(
        block.origin(),
        templates.read(block, block.arguments().get(0)),
        isVolatile,
        hostnames,
        names,
        expressions,
        defaultValue.orElse(new MapValue(block.origin(), Template.EMPTY)));
  }

  private void entry(LoadedDirective line) {
    Argument key = line.directive().keyword();
    if (line.arguments().isEmpty()) {
      isVolatile |= key.value().equals("volatile");
      if (!key.value().equals("volatile") && !key.value().equals("hostnames")) {
        problems.add(line, "invalid number of the map parameters");
      }
      return;
    }
    if (line.arguments().size() > 1) {
      problems.add(line, "invalid number of the map parameters");
      return;
    }
    if (key.value().equals("include")) {
      return;
    }
    MapValue value = new MapValue(line.origin(), templates.read(line, line.arguments().get(0)));
    add(line, key, value);
  }

  private void add(LoadedDirective line, Argument key, MapValue value) {
    String text = key.value();
    if (text.equals("default")) {
      if (defaultValue.isPresent()) {
        problems.add(line, "duplicate default map parameter");
      }
      defaultValue = Optional.of(value);
      return;
    }
    if (text.startsWith("~")) {
      boolean ignoreCase = text.startsWith("~*");
      patterns
          .read(line, key, text.substring(ignoreCase ? 2 : 1), ignoreCase)
          .ifPresent(p -> expressions.add(new MapPattern(p, value)));
      return;
    }
    String plain = lowerCase(text.startsWith("\\") ? text.substring(1) : text);
    boolean wildcard =
        hostnames && (plain.startsWith(".") || plain.startsWith("*.") || plain.endsWith(".*"));
    if (wildcard ? !names.addWildcard(plain, value) : !names.addExact(plain, value)) {
      problems.add(line, "conflicting parameter \"" + text + "\"");
    }
  }

  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c);
    }
    return lower.toString();
  }
}
