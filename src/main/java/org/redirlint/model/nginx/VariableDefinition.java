package org.redirlint.model.nginx;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.Pattern;
import org.redirlint.model.Template;
import org.redirlint.source.Origin;

/** How a variable of the configuration gets its value. */
public sealed interface VariableDefinition {

  /** Returns the block. */
  Origin origin();

  /**
   * {@code map}.
   *
   * @param source what is looked up
   * @param isVolatile whether the value is not kept for the rest of the request
   * @param hostnames whether a final dot of the source does not count
   * @param names the sources in lower case and their values; wildcards only with {@code hostnames}
   * @param patterns regular expressions and their values, in the order written
   * @param defaultValue the value where nothing matches
   */
  record MapTable(
      Origin origin,
      Template source,
      boolean isVolatile,
      boolean hostnames,
      NameTable<MapValue> names,
      List<MapPattern> patterns,
      MapValue defaultValue)
      implements VariableDefinition {
    public MapTable {
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * A value of a map.
   *
   * @param origin the line
   * @param value the value
   */
  record MapValue(Origin origin, Template value) {}

  /**
   * A regular expression of a map.
   *
   * @param pattern the expression
   * @param value its value
   */
  record MapPattern(Pattern pattern, MapValue value) {}

  /**
   * {@code geo}.
   *
   * @param source the variable that holds the address; the client's if empty
   * @param ranges networks and their values, in the order written
   * @param mostSpecific whether the smallest network wins; else the last one written
   * @param defaultValue the value of every other address
   * @param proxies whose X-Forwarded-For is believed
   * @param recursive whether trusted addresses in X-Forwarded-For are skipped
   */
  record GeoTable(
      Origin origin,
      Optional<String> source,
      List<GeoRange> ranges,
      boolean mostSpecific,
      String defaultValue,
      List<Network> proxies,
      boolean recursive)
      implements VariableDefinition {
    public GeoTable {
      ranges = List.copyOf(ranges);
      proxies = List.copyOf(proxies);
    }
  }

  /**
   * A network of a {@code geo} block.
   *
   * @param network the network
   * @param value its value
   */
  record GeoRange(Network network, String value) {}

  /**
   * {@code split_clients}.
   *
   * @param source what is hashed
   * @param shares the shares in the order written
   */
  record SplitClients(Origin origin, Template source, List<Share> shares)
      implements VariableDefinition {
    public SplitClients {
      shares = List.copyOf(shares);
    }
  }

  /**
   * A share of {@code split_clients}.
   *
   * @param end the hash before which it ends, 0 to 4294967295; 0 for all that is left
   * @param value its value
   */
  record Share(long end, String value) {}

  /**
   * A variable of a module whose work is not known here.
   *
   * @param directive the directive that defines it
   */
  record OpaqueVariable(Origin origin, String directive) implements VariableDefinition {}
}
