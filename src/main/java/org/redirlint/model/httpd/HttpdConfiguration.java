package org.redirlint.model.httpd;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.redirlint.model.Configuration;

/**
 * What httpd would load.
 *
 * @param main the main server
 * @param hosts the virtual hosts, in the order written
 * @param htaccess the {@code .htaccess} files that are known, by their directory: an absolute path
 *     of the server's with a slash at its end
 * @param modules the modules that are loaded, as {@code rewrite} for mod_rewrite
 */
public record HttpdConfiguration(
    VirtualHost main, List<VirtualHost> hosts, Map<String, Htaccess> htaccess, Set<String> modules)
    implements Configuration {

  public HttpdConfiguration {
    hosts = List.copyOf(hosts);
    // In the order of the folders: what is told of one of them is told of the same one each time.
    htaccess = Collections.unmodifiableSortedMap(new TreeMap<>(htaccess));
    modules = Set.copyOf(modules);
  }
}
