package org.redirlint.resolve.nginx;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.VariableDefinition;
import org.redirlint.model.nginx.VariableDefinition.OpaqueVariable;

/** Reads the blocks of {@code http} that define variables. */
final class VariableReader {

  private static final Set<String> OPAQUE =
      Set.of("perl_set", "js_set", "js_var", "geoip2", "auth_request_set", "userid_name");

  private final Problems problems;
  private final Map<String, VariableDefinition> variables = new HashMap<>();

  VariableReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads what a body defines, the last definition of a variable counts. */
  Map<String, VariableDefinition> read(List<LoadedDirective> body) {
    for (LoadedDirective directive : body) {
      if (!directive.arguments().isEmpty()) {
        read(directive);
      }
    }
    return variables;
  }

  private void read(LoadedDirective directive) {
    List<Argument> arguments = directive.arguments();
    Argument last = arguments.get(arguments.size() - 1);
    switch (directive.name()) {
      case "map" -> {
        if (arguments.size() == 2) {
          define(directive, last, new MapReader(problems, directive).read());
        }
      }
      case "geo" -> {
        if (arguments.size() <= 2) {
          define(directive, last, new GeoReader(problems, directive).read());
        }
      }
      case "split_clients" -> {
        if (arguments.size() == 2) {
          define(directive, last, SplitClientsReader.read(problems, directive));
        }
      }
      case "geoip_country", "geoip_city", "geoip_org" -> geoip(directive);
      default -> {
        if (OPAQUE.contains(directive.name()) && arguments.get(0).value().startsWith("$")) {
          define(
              directive,
              arguments.get(0),
              new OpaqueVariable(directive.origin(), directive.name()));
        }
      }
    }
  }

  private void define(LoadedDirective directive, Argument name, VariableDefinition definition) {
    if (!name.value().startsWith("$") || name.value().length() < 2) {
      problems.add(directive, name, "invalid variable name \"" + name.value() + "\"");
      return;
    }
    variables.put(name.value().substring(1).toLowerCase(Locale.ROOT), definition);
  }

  private void geoip(LoadedDirective directive) {
    for (String name :
        List.of(
            "geoip_country_code",
            "geoip_country_code3",
            "geoip_country_name",
            "geoip_city_country_code",
            "geoip_city_country_name",
            "geoip_city",
            "geoip_city_continent_code",
            "geoip_region",
            "geoip_region_name",
            "geoip_org",
            "geoip_postal_code",
            "geoip_latitude",
            "geoip_longitude")) {
      variables.put(name, new OpaqueVariable(directive.origin(), directive.name()));
    }
  }
}
