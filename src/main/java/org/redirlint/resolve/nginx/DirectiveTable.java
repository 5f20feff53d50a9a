package org.redirlint.resolve.nginx;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directives that decide redirects: where nginx allows them and how many arguments they take.
 *
 * @see <a href="https://nginx.org/en/docs/dirindex.html">Alphabetical index of directives</a>
 */
final class DirectiveTable {

  /** Contexts: main, http, server, location, if in server, if in location, limit_except. */
  private static final String TABLE =
      """
      http                     m        0 0 block
      server                   h        0 0 block
      location                 sl       1 2 block
      if                       sl       1 * block
      limit_except             l        1 * block
      map                      h        2 2 block
      geo                      h        1 2 block
      split_clients            h        2 2 block
      upstream                 h        1 1 block
      types                    hsl      0 0 block
      listen                   s        1 *
      server_name              s        1 *
      return                   slif     1 2
      rewrite                  slif     2 3
      break                    slif     0 0
      set                      slif     2 2
      rewrite_log              hslif    1 1
      root                     hsli     1 1
      alias                    l        1 1
      index                    hsl      1 *
      try_files                sl       2 *
      error_page               hsli     2 *
      recursive_error_pages    hsl      1 1
      internal                 l        0 0
      absolute_redirect        hsl      1 1
      server_name_in_redirect  hsl      1 1
      port_in_redirect         hsl      1 1
      merge_slashes            hs       1 1
      underscores_in_headers   hs       1 1
      ignore_invalid_headers   hs       1 1
      msie_refresh             hsl      1 1
      autoindex                hsl      1 1
      add_header               hsli     2 3
      allow                    hsle     1 1
      deny                     hsle     1 1
      satisfy                  hsl      1 1
      auth_basic               hsle     1 1
      auth_basic_user_file     hsle     1 1
      auth_request             hsl      1 1
      valid_referers           sl       1 *
      proxy_pass               lie      1 1
      fastcgi_pass             li       1 1
      uwsgi_pass               li       1 1
      scgi_pass                li       1 1
      grpc_pass                li       1 1
      memcached_pass           li       1 1
      stub_status              sl       0 1
      empty_gif                l        0 0
      expires                  hsli     1 2
      log_not_found            hsl      1 1
      client_max_body_size     hsl      1 1
      ssl_certificate          hs       1 1
      ssl_certificate_key      hs       1 1
      ssl                      hs       1 1
      """;

  private static final Map<String, Entry> ENTRIES = read();

  private DirectiveTable() {}

  /**
   * What nginx demands of a directive.
   *
   * @param contexts where it may stand
   * @param least how many arguments it needs
   * @param most how many arguments it takes
   * @param block whether it has a block
   */
  record Entry(Set<Context> contexts, int least, int most, boolean block) {}

  /** Returns what nginx demands of a directive; empty for one that is not known here. */
  static Optional<Entry> of(String name) {
    return Optional.ofNullable(ENTRIES.get(name));
  }

  private static Map<String, Entry> read() {
    Map<String, Entry> entries = new HashMap<>();
    TABLE
        .lines()
        .forEach(
            line -> {
              String[] columns = line.split(" +", -1);
              entries.put(
                  columns[0],
                  new Entry(
                      contexts(columns[1]),
                      Integer.parseInt(columns[2]),
                      columns[3].equals("*") ? Integer.MAX_VALUE : Integer.parseInt(columns[3]),
                      columns.length > 4));
            });
    return Map.copyOf(entries);
  }

  private static Set<Context> contexts(String letters) {
    Set<Context> contexts = EnumSet.noneOf(Context.class);
    for (int i = 0; i < letters.length(); i++) {
      contexts.add(
          switch (letters.charAt(i)) {
            case 'm' -> Context.MAIN;
            case 'h' -> Context.HTTP;
            case 's' -> Context.SERVER;
            case 'l' -> Context.LOCATION;
            case 'f' -> Context.SERVER_IF;
            case 'i' -> Context.LOCATION_IF;
            default -> Context.LIMIT_EXCEPT;
          });
    }
    return Set.copyOf(contexts);
  }
}
