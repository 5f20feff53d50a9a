package org.redirlint.lint.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Settings to begin with: the usual ones, what is found in a folder, and what else there is. */
public final class InitialSettings {

  /** Folders that hold other people's configurations. */
  private static final List<String> FOREIGN = List.of("vendor", "node_modules", "third_party");

  /** Folders whose files a server sends, by their usual names. */
  private static final List<String> DOCUMENT_ROOTS =
      List.of("public", "public_html", "htdocs", "web", "www", "html", "webroot");

  private InitialSettings() {}

  /** Returns the text of the settings for a project. */
  public static String of(Path folder) {
    return """
        # How redirlint checks this project; all paths start here.

        # The rules: recommended, strict, seo, security, methods, all, or files of your own.
        extends: [recommended]

        # What to change of them: off, on, info, warning, error, or a mapping with options.
        # "redirlint rules" lists them, "redirlint explain RULE" explains one.
        rules:
        #  redirect-chain: warning
        #  method-changing-redirect: {severity: warning, options: {paths: [/api, /checkout]}}

        # Other severities for some files.
        # overrides:
        #   - files: [legacy/]
        #     rules: {stray-307: off}

        # What the configuration does not tell.
        """
        + sites(folder)
        + """

        # Redirects that are temporary on purpose, where a comment above them is not wanted.
        # temporary:
        #   - directive: Redirect 307 /shop
        #     until: 2027-01-31
        #     reason: the shop is being rebuilt

        # Files that are not checked.
        """
        + ignored(folder);
  }

  private static String sites(Path folder) {
    List<String> roots =
        DOCUMENT_ROOTS.stream().filter(name -> Files.isDirectory(folder.resolve(name))).toList();
    if (roots.isEmpty()) {
      return """
          # sites:
          #   - files: [nginx.conf]
          #     docroot: public         # the folder whose files the server sends
          #     hosts: [example.com]    # further names that lead here
          #     tls: upstream           # TLS ends in front of this server
          #     backends: {"app:8080": [apache/]}    # who answers what is handed on
          """;
    }
    StringBuilder sites = new StringBuilder("sites:\n");
    for (String root : roots) {
      sites.append("  - files: [").append(root).append("/]\n");
      sites.append("    docroot: ").append(root).append("\n");
    }
    return sites
        + """
        #    hosts: [example.com]    # further names that lead here
        #    tls: upstream           # TLS ends in front of this server
        #    backends: {"app:8080": [apache/]}    # who answers what is handed on
        """;
  }

  private static String ignored(Path folder) {
    List<String> foreign =
        Stream.concat(FOREIGN.stream(), Stream.of("tests/fixtures"))
            .filter(name -> Files.isDirectory(folder.resolve(name)))
            .map(name -> name + "/")
            .toList();
    return foreign.isEmpty() ? "# ignore: [vendor/]\n" : "ignore: " + foreign + "\n";
  }
}
