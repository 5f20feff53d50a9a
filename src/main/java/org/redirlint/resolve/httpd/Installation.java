package org.redirlint.resolve.httpd;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.Expression;

/**
 * The server a configuration is made for.
 *
 * @param modules the loaded modules, as {@code rewrite} for mod_rewrite
 * @param defines what is defined at the command line ({@code -D}), with its value
 * @param files the files the configuration names
 * @param expressions reads expressions
 */
public record Installation(
    Set<String> modules,
    Map<String, String> defines,
    ServerFiles files,
    Expression.Reader expressions) {

  /** The modules of a usual distribution's default installation, and those sites switch on. */
  public static final Set<String> USUAL_MODULES =
      Set.of(
          "core",
          "so",
          "http",
          "mpm_event",
          "log_config",
          "logio",
          "version",
          "unixd",
          "watchdog",
          "access_compat",
          "alias",
          "auth_basic",
          "authn_core",
          "authn_file",
          "authz_core",
          "authz_host",
          "authz_user",
          "autoindex",
          "deflate",
          "dir",
          "env",
          "expires",
          "filter",
          "headers",
          "macro",
          "mime",
          "negotiation",
          "reqtimeout",
          "rewrite",
          "setenvif",
          "ssl",
          "status",
          "socache_shmcb");

  /** The modules that are part of the server itself. */
  public static final Set<String> BUILT_IN =
      Set.of("core", "so", "http", "mpm_event", "log_config", "version", "unixd", "watchdog");

  /** The version that {@code IfVersion} sees. */
  public static final String VERSION = "2.4.71";

  public Installation {
    modules = Set.copyOf(modules);
    defines = Map.copyOf(defines);
  }

  /** Returns a module's name without what is common to all: mod_rewrite.c is rewrite. */
  public static String moduleName(String written) {
    String name = written.strip();
    if (name.startsWith("mod_") && name.endsWith(".c")) {
      return name.substring(4, name.length() - 2);
    }
    if (name.endsWith("_module")) {
      return name.substring(0, name.length() - 7);
    }
    if (name.startsWith("mod_")) {
      return name.substring(4);
    }
    return name.endsWith(".c")
        ? name.substring(0, name.length() - 2).replace("http_core", "http")
        : name;
  }

  /** The files a configuration names by absolute paths of the server's. */
  public interface ServerFiles {
    /** Tells whether there is a file; empty if nobody knows. */
    Optional<Boolean> exists(String path);

    /** Returns a file's content; empty if it cannot be read here. */
    Optional<String> read(String path);

    /** No file is known. */
    ServerFiles NONE =
        new ServerFiles() {
          @Override
          public Optional<Boolean> exists(String path) {
            return Optional.empty();
          }

          @Override
          public Optional<String> read(String path) {
            return Optional.empty();
          }
        };
  }
}
