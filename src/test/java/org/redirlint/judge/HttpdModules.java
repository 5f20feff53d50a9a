package org.redirlint.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The modules of the installed httpd that tests load: those that have a say in redirects. */
public final class HttpdModules {

  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/lib/apache2/modules"),
          Path.of("/usr/lib64/httpd/modules"),
          Path.of("/usr/libexec/apache2"));

  /** Those that random tests load. */
  public static final List<String> NAMES =
      List.of(
          "mpm_event",
          "authn_core",
          "authz_core",
          "authz_host",
          "authz_user",
          "access_compat",
          "auth_basic",
          "authn_file",
          "alias",
          "dir",
          "mime",
          "env",
          "setenvif",
          "headers",
          "rewrite",
          "negotiation",
          "autoindex",
          "vhost_alias",
          "allowmethods",
          "macro",
          "speling",
          "socache_shmcb",
          "ssl");

  private HttpdModules() {}

  /** Returns a line of configuration for each module that is there; the rest may be built in. */
  public static List<String> loaded(Collection<String> names) {
    return names.stream().flatMap(HttpdModules::line).toList();
  }

  private static Stream<String> line(String name) {
    return FOLDERS.stream()
        .map(folder -> folder.resolve("mod_" + name + ".so"))
        .filter(Files::exists)
        .limit(1)
        .map(file -> "LoadModule " + name + "_module " + file);
  }
}
