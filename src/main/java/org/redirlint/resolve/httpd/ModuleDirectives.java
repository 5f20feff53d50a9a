package org.redirlint.resolve.httpd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which module a directive comes from, for directives of {@code .htaccess} that decide redirects.
 */
final class ModuleDirectives {

  private static final Map<String, String> MODULES = new HashMap<>();

  static {
    add("rewrite", "rewriteengine rewriteoptions rewritebase rewritecond rewriterule");
    add("alias", "redirect redirectmatch redirectpermanent redirecttemp");
    add(
        "dir",
        "directoryindex directoryslash directoryindexredirect directorycheckhandler fallbackresource");
    add("headers", "header requestheader");
    add("setenvif", "setenvif setenvifnocase setenvifexpr browsermatch browsermatchnocase");
    add("env", "setenv unsetenv passenv");
  }

  private ModuleDirectives() {}

  private static void add(String module, String directives) {
    for (String directive : List.of(directives.split(" "))) {
      MODULES.put(directive, module);
    }
  }

  /** Returns the module of a directive, given in lower case; empty if it is not one of these. */
  static Optional<String> moduleOf(String directive) {
    return Optional.ofNullable(MODULES.get(directive));
  }
}
