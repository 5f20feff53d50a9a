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
 */
public record NginxConfiguration(List<Server> servers, Map<String, VariableDefinition> variables)
    implements Configuration {

  public NginxConfiguration {
    servers = List.copyOf(servers);
    variables = Map.copyOf(variables);
  }
}
