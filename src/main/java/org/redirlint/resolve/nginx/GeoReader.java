package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.Network;
import org.redirlint.model.nginx.VariableDefinition;
import org.redirlint.model.nginx.VariableDefinition.GeoRange;
import org.redirlint.model.nginx.VariableDefinition.GeoTable;

/** Reads {@code geo} (ngx_http_geo_block). */
final class GeoReader {

  private final Problems problems;
  private final LoadedDirective block;
  private final List<GeoRange> entries = new ArrayList<>();
  private final List<Network> proxies = new ArrayList<>();
  private String defaultValue = "";
  private boolean ranges;
  private boolean recursive;

  GeoReader(Problems problems, LoadedDirective block) {
    this.problems = problems;
    this.block = block;
  }

  /** Reads the block. */
  VariableDefinition read() {
    block.body().forEach(this::entry);
    Optional<String> source =
        block.arguments().size() > 1
            ? Optional.of(block.argument(0).substring(1).toLowerCase(Locale.ROOT))
            : Optional.empty();
    return new GeoTable(block.origin(), source, entries, !ranges, defaultValue, proxies, recursive);
  }

  private void entry(LoadedDirective line) {
    String key = line.name();
    if (line.arguments().isEmpty()) {
      ranges |= key.equals("ranges");
      recursive |= key.equals("proxy_recursive");
      return;
    }
    String value = line.argument(0);
    switch (key) {
      case "default" -> defaultValue = value;
      case "include" -> {}
      case "proxy" -> network(line, value).ifPresent(proxies::add);
      case "delete" ->
          network(line, value)
              .ifPresent(gone -> entries.removeIf(entry -> entry.network().equals(gone)));
      default ->
          network(line, key)
              .ifPresent(
                  network -> {
                    entries.removeIf(entry -> !ranges && entry.network().equals(network));
                    entries.add(new GeoRange(network, value));
                  });
    }
  }

  private Optional<Network> network(LoadedDirective line, String text) {
    int dash = text.indexOf('-');
    Optional<Network> network = Optional.empty();
    if (ranges && dash > 0) {
      Optional<Network> first = Network.parse(text.substring(0, dash));
      Optional<Network> last = Network.parse(text.substring(dash + 1));
      if (first.isPresent() && last.isPresent()) {
        network = Optional.of(new Network(first.get().first(), last.get().last()));
      }
    } else {
      network = Network.parse(text);
    }
    if (network.isEmpty()) {
      problems.add(line, "invalid " + (ranges ? "range" : "network") + " \"" + text + "\"");
    }
    return network;
  }
}
