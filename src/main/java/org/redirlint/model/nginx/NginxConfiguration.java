package org.redirlint.model.nginx;

import java.util.List;
import java.util.Map;
import org.redirlint.model.Configuration;

/**
 * What nginx would load of the {@code http} context.
 *
 * @param servers the virtual servers, in the order written
 * @param variables what {@code map}, {@code geo} and their like define, by the variable's name in
 *     lower case, without the dollar sign
 * @param upstreams the servers, as written, of each group that requests are handed on to, by the
 *     group's name in lower case
 */
public record NginxConfiguration(
    List<Server> servers,
    Map<String, VariableDefinition> variables,
    Map<String, List<String>> upstreams)
    implements Configuration {

  public NginxConfiguration {
    servers = List.copyOf(servers);
    variables = Map.copyOf(variables);
    upstreams = Map.copyOf(upstreams);
  }
}
