package org.redirlint.semantics.httpd.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.redirlint.http.Header;
import org.redirlint.http.Request;

/** Makes random rule sets, and random requests that have a chance to meet them. */
final class Generator {

  /** The folders of every site. */
  static final List<String> FOLDERS = List.of("", "dir/", "dir/sub/", "b/", "e/");

  /** The files of every site. */
  static final List<String> FILES =
      List.of(
          "index.html",
          "a.html",
          "dir/index.html",
          "dir/file.txt",
          "dir/sub/x.html",
          "b/c",
          "x y",
          "file.txt",
          "index.php");

  private static final List<String> SEGMENTS =
      List.of(
          "a",
          "b",
          "c",
          "dir",
          "sub",
          "file.txt",
          "index.html",
          "x.html",
          "a.html",
          "e",
          "A",
          "x%20y",
          "none",
          "loop",
          "%C3%A9",
          "a+b",
          "a&b",
          "q%26r",
          "p%25q",
          "h%23",
          "a%3Fb",
          "a%2Fb",
          "index.php",
          "12",
          "a_b_c",
          "bxb",
          "%22",
          "..",
          ".",
          "");
  private static final List<String> PATTERNS =
      List.of(
          "^",
          "^a",
          "^/a",
          "^/?a$",
          "^/?a/(.*)$",
          "^/?b/(.*)$",
          "^(.*)$",
          "^(.*)/$",
          "(.+)",
          "^/?([^/]+)/(.*)$",
          "\\.html$",
          "^/?(.*)\\.html$",
          "^/?dir/(.*)",
          "^/?dir",
          "^sub/(.*)",
          "b",
          "^/?(a|b|c)(/.*)?$",
          "^/?loop$",
          "^index\\.html$",
          "^$",
          "^/$",
          ".",
          "!^/?a",
          "!\\.html$",
          "^/?(none|e)",
          "(.)(.)$",
          "^/?x(.*)",
          "^/?([a-z]+)$",
          "^/?q(.*)",
          "^/?index\\.php$",
          "^(.*)_(.*)$",
          "^/?(.*)/c$",
          "(?i)^/?A",
          "^file\\.txt$",
          "^c$");
  private static final List<String> PIECES =
      List.of(
          "/a",
          "/b/",
          "/dir/",
          "$1",
          "$2",
          "$0",
          "%1",
          "b",
          "c.html",
          "/c",
          "index.php",
          "/index.php",
          "%{REQUEST_URI}",
          "%{QUERY_STRING}",
          "%{HTTP_HOST}",
          "?x=1",
          "?",
          "?q=$1",
          "&y=2",
          "http://h.example/",
          "https://h.example/$1",
          "http://%{HTTP_HOST}/z",
          "%20",
          "#f",
          "x",
          "/",
          "%{ENV:V}",
          "%{REQUEST_FILENAME}",
          "/sub/x.html",
          "${lc:$1}",
          "%{PATH_INFO}",
          "//h/p",
          "e/",
          "%{REQUEST_METHOD}",
          "\\$1",
          "%25",
          "$1.html",
          "/file.txt",
          "${m:$1|none}",
          "%{ENV:REDIRECT_V}",
          "%{ENV:REDIRECT_STATUS}",
          "%{SERVER_PORT}",
          "a b");
  private static final List<String> WHOLE =
      List.of(
          "-",
          "/a",
          "/b/$1",
          "b/$1",
          "c",
          "/dir/$1",
          "http://h.example/$1",
          "index.php",
          "$1",
          "/index.php?p=$1",
          "/index.php",
          "$1/",
          "/$1",
          "/dir",
          "dir",
          "\"\"",
          "/e/",
          "http://%{HTTP_HOST}/n/$1",
          "$1.html",
          "sub/x.html",
          "/loop",
          "loop",
          "?z=9",
          "/x?%{QUERY_STRING}");
  private static final List<String> FLAGS =
      List.of(
          "L",
          "L",
          "R",
          "R=301",
          "R=308",
          "R,L",
          "R=301,L",
          "QSA",
          "QSD",
          "NE",
          "NC",
          "END",
          "PT",
          "F",
          "G",
          "N=4",
          "S=1",
          "S=2",
          "C",
          "NS",
          "E=V:$1",
          "E=V:1",
          "E=!V",
          "B",
          "BNP,B",
          "DPI",
          "R=404",
          "R=200",
          "QSL",
          "B=?/",
          "BNE=/,B",
          "BCTLS",
          "UnsafeAllow3F",
          "R=303,NE",
          "E=V:%1",
          "UnsafePrefixStat",
          "CO=n:v:h.example");
  private static final List<String> TESTS =
      List.of(
          "%{REQUEST_FILENAME} -f",
          "%{REQUEST_FILENAME} !-f",
          "%{REQUEST_FILENAME} -d",
          "%{REQUEST_FILENAME} !-d",
          "%{REQUEST_URI} ^/a",
          "%{REQUEST_URI} !^/dir",
          "%{QUERY_STRING} x=(\\d+)",
          "%{QUERY_STRING} ^$",
          "%{QUERY_STRING} !x",
          "%{HTTP_HOST} ^(.*)\\.test",
          "%{HTTPS} off",
          "%{HTTPS} =on",
          "%{REQUEST_METHOD} =POST",
          "%{ENV:V} .",
          "%{ENV:V} ^$",
          "%{ENV:REDIRECT_STATUS} ^$",
          "%{ENV:REDIRECT_STATUS} 200",
          "%{REQUEST_URI} (.+)/$",
          "%{DOCUMENT_ROOT}/$1 -f",
          "%{DOCUMENT_ROOT}%{REQUEST_URI} -f",
          "%{DOCUMENT_ROOT}/$1.html -f",
          "%{REQUEST_FILENAME}.html -f",
          "%{HTTP:X-A} ^(.+)$",
          "%{HTTP:X-A} =b",
          "%{THE_REQUEST} \\s/a",
          "%{REQUEST_URI} -U",
          "%{REQUEST_FILENAME} -F",
          "%{LA-U:REQUEST_FILENAME} -f",
          "%{REQUEST_URI} >/b",
          "%{REQUEST_URI} <=/dir",
          "%{QUERY_STRING} -gt5",
          "%{PATH_INFO} .",
          "expr \"%{REQUEST_URI} =~ m#^/(a|b)#\"",
          "expr \"-n %{QUERY_STRING}\"",
          "%{IS_SUBREQ} =true",
          "$1 ^b",
          "$0 =a",
          "%{REQUEST_URI} -l",
          "%{REQUEST_FILENAME} -s",
          "%{CONTEXT_PREFIX} ^$",
          "%{SCRIPT_FILENAME} html$");
  private static final List<List<String>> ROUNDS =
      List.of(
          List.of("RewriteRule \"^(.*)_(.*)$\" \"$1-$2\" \"[N]\""),
          List.of("RewriteRule \"^(.*)b(.*)$\" \"$1c$2\" \"[N,NC]\""),
          List.of("RewriteRule \"^(.+)/(.)$\" \"$1$2\" \"[N]\""),
          List.of("RewriteRule \"^/?a/(.*)$\" \"/$1?w=1\" \"[N,QSA]\""),
          List.of("RewriteRule \"^(/?)x(.*)$\" \"$1$2\" \"[N,E=V:$2]\""),
          List.of(
              "RewriteCond %{QUERY_STRING} ^(.*)x(.*)$",
              "RewriteRule \"^(.*)$\" \"$1?%1z%2\" \"[N]\""),
          List.of("RewriteCond %{ENV:V} !^....", "RewriteRule \"^\" \"-\" \"[E=V:%{ENV:V}y,N]\""));
  private static final List<String> PATHS =
      List.of("/a", "/b", "/dir", "/dir/", "/dir/sub", "/c", "/", "/none", "/e/", "/loop");
  private static final List<String> TARGETS =
      List.of(
          "/b",
          "/c/",
          "http://h.example/",
          "http://h.example",
          "http://h.example/x?y=1",
          "/dir",
          "//h/x",
          "/a/b",
          "https://h.example/n#f");
  private static final List<String> INHERITANCE =
      List.of(
          "Inherit",
          "InheritBefore",
          "InheritDown",
          "InheritDownBefore",
          "IgnoreInherit",
          "MergeBase",
          "AllowNoSlash",
          "AllowAnyURI");

  private final Random random;
  private final String site;
  private final int port;

  Generator(Random random, String site, int port) {
    this.random = random;
    this.site = site;
    this.port = port;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  RuleSet ruleSet() {
    Map<String, List<String>> files = new TreeMap<>();
    List<String> host = new ArrayList<>();
    if (chance(60)) {
      body(host, "", true);
    }
    if (chance(15)) {
      host.add("ServerAlias alias-" + site + ".test *.wild-" + site + ".test");
    }
    files.put(RuleSet.HOST, host);
    if (chance(20)) {
      List<String> other = new ArrayList<>();
      if (chance(30)) {
        other.add("ServerAlias *." + site + ".test");
      }
      files.put(RuleSet.OTHER_HOST, body(other, "", true));
    }
    if (chance(70)) {
      files.put("", body(new ArrayList<>(), "", false));
    }
    for (String folder : List.of("dir/", "dir/sub/", "b/")) {
      if (chance(25)) {
        files.put(folder, body(new ArrayList<>(), "/" + folder, false));
      }
    }
    return new RuleSet(files);
  }

  private List<String> body(List<String> lines, String base, boolean server) {
    int rules = 1 + random.nextInt(5);
    if (chance(90)) {
      lines.add("RewriteEngine " + (chance(95) ? "On" : "Off"));
    }
    if (chance(12)) {
      lines.add("RewriteOptions " + any(INHERITANCE));
    }
    if (!server && chance(25)) {
      lines.add(
          "RewriteBase "
              + (chance(60) && !base.isEmpty() ? base : any(List.of("/", "/dir", "/other/"))));
    }
    if (server && chance(10)) {
      lines.add("UseCanonicalName On");
    }
    if (server && chance(10)) {
      lines.add("AllowEncodedSlashes " + any(List.of("On", "NoDecode", "Off")));
    }
    for (int i = 0; i < rules; i++) {
      rule(lines);
    }
    if (chance(10)) {
      lines.addAll(any(ROUNDS));
    }
    if (chance(30)) {
      alias(lines, base, server);
    }
    if (chance(12)) {
      lines.add(
          "DirectoryIndex "
              + any(
                  List.of("index.php", "none index.html", "/a.html", "disabled", "x.html", "sub")));
    }
    if (chance(8)) {
      lines.add("DirectorySlash Off");
    }
    if (chance(10)) {
      lines.add(
          "DirectoryIndexRedirect "
              + any(List.of("On", "Off", "permanent", "temp", "seeother", "308", "399")));
    }
    if (chance(8)) {
      lines.add("FallbackResource " + any(List.of("/index.php", "/a.html", "/nope", "disabled")));
    }
    if (chance(12)) {
      lines.add(
          "ErrorDocument "
              + any(List.of("404", "403", "410", "500", "301"))
              + " "
              + any(
                  List.of("/a.html", "/nope", "http://h.example/e", "\"text\"", "/loop", "/dir")));
    }
    if (chance(12)) {
      lines.add(
          any(
              List.of(
                  "SetEnvIf Request_URI ^/(a|b) V=$1",
                  "SetEnvIf X-A (.+) V=h$1",
                  "SetEnvIf V . V2=1",
                  "SetEnv V env",
                  "SetEnvIf Request_Method POST V !W")));
    }
    if (chance(6)) {
      lines.add("<If \"%{QUERY_STRING} == 'x=1'\">");
      lines.add(
          any(
              List.of(
                  "Redirect /a http://if.example/",
                  "RewriteRule ^ http://if.example/i [R]",
                  "RewriteEngine On")));
      lines.add("</If>");
    }
    if (chance(6)) {
      lines.add("<Files \"" + any(List.of("a*", "*.html", "index.php")) + "\">");
      lines.add(
          any(
              List.of(
                  "Require all denied", "RewriteEngine On", "Redirect / http://files.example/")));
      lines.add("</Files>");
    }
    if (server && chance(10)) {
      lines.add(
          any(
              List.of(
                  "<Location \"/a\">", "<Location \"/dir/\">", "<LocationMatch \"^/(?<n>b|c)\">")));
      lines.add(
          any(
              List.of(
                  "Redirect http://loc.example/x",
                  "Redirect 410",
                  "Require all denied",
                  "RewriteEngine Off",
                  "ErrorDocument 404 /a.html",
                  "Redirect 301 /loc%{REQUEST_URI}")));
      lines.add(
          lines.get(lines.size() - 2).startsWith("<LocationM")
              ? "</LocationMatch>"
              : "</Location>");
    }
    if (server && chance(8)) {
      lines.add(
          "Alias "
              + any(List.of("/al", "/al/", "/b"))
              + " "
              + any(List.of("/srv/www/" + site + "/dir", "/srv/www/" + site + "/dir/")));
    }
    return lines;
  }

  private void rule(List<String> lines) {
    int conditions = chance(45) ? 1 + random.nextInt(3) : 0;
    for (int i = 0; i < conditions; i++) {
      String flags = any(List.of("", "", "", "", " [OR]", " [NC]", " [NC,OR]"));
      lines.add("RewriteCond " + any(TESTS) + flags);
    }
    StringBuilder target = new StringBuilder();
    if (chance(55)) {
      target.append(any(WHOLE));
    } else {
      int pieces = 1 + random.nextInt(3);
      for (int i = 0; i < pieces; i++) {
        target.append(any(PIECES));
      }
    }
    String written = target.toString().equals("\"\"") ? "\"\"" : "\"" + target + "\"";
    List<String> flags = new ArrayList<>();
    while (chance(60) && flags.size() < 4) {
      flags.add(any(FLAGS));
    }
    String bracket = flags.isEmpty() ? "" : " \"[" + String.join(",", flags) + "]\"";
    lines.add("RewriteRule \"" + any(PATTERNS) + "\" " + written + bracket);
  }

  private void alias(List<String> lines, String base, boolean server) {
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      String status = any(List.of("", "", "301 ", "permanent ", "temp ", "seeother ", "308 "));
      switch (random.nextInt(4)) {
        case 0 ->
            lines.add("Redirect " + any(List.of("gone", "410", "404", "403")) + " " + any(PATHS));
        case 1 ->
            lines.add(
                "RedirectMatch "
                    + status
                    + any(List.of("^/a(.*)$", "^/(b|c)(/.*)?$", "\\.html$", "^/dir/(.*)", "/$"))
                    + " "
                    + any(
                        List.of(
                            "http://h.example/$1",
                            "/m$1",
                            "/m?$1",
                            "$1",
                            "http://h.example/$1/$2?x=$1#f")));
        default ->
            lines.add(
                "Redirect " + status + (chance(70) ? any(PATHS) : base + "x") + " " + any(TARGETS));
      }
    }
    if (server && chance(20)) {
      lines.add("AliasMatch ^/am/(.*)$ /srv/www/" + site + "/$1");
    }
  }

  /** One of the names of the site's hosts, or one that only the default host answers to. */
  private String host() {
    return chance(80)
        ? site + ".test"
        : any(
            List.of(
                "other." + site + ".test",
                "alias-" + site + ".test",
                "x.wild-" + site + ".test",
                "x." + site + ".test",
                site.toUpperCase(Locale.ROOT) + ".TEST",
                site + ".test.",
                "nobody.test"));
  }

  Request request() {
    StringBuilder target = new StringBuilder();
    int depth = chance(8) ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < depth; i++) {
      target.append('/').append(any(SEGMENTS));
    }
    if (depth == 0 || chance(20)) {
      target.append('/');
    }
    if (chance(35)) {
      target.append(any(List.of("?x=1", "?", "?x=1&y=%20z", "?a?b", "?x=5&", "?q=%3Fz", "?12")));
    }
    List<Header> headers = new ArrayList<>();
    if (chance(20)) {
      headers.add(new Header("X-A", any(List.of("b", "a/b", "c d", ""))));
    }
    String method = chance(85) ? "GET" : any(List.of("POST", "HEAD", "PUT", "OPTIONS", "DELETE"));
    String suffix = chance(50) ? ":" + port : "";
    return new Request(
        method,
        "http",
        Optional.of(host() + suffix),
        target.toString(),
        headers,
        Optional.empty(),
        OptionalInt.of(port),
        chance(95) ? "1.1" : "1.0",
        false);
  }
}
