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
import org.redirlint.semantics.RandomWords;

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

  private final RandomWords random;
  private final String site;
  private final int port;

  Generator(Random random, String site, int port) {
    this.random = RandomWords.of("httpd", random);
    this.site = site;
    this.port = port;
  }

  RuleSet ruleSet() {
    Map<String, List<String>> files = new TreeMap<>();
    List<String> host = new ArrayList<>();
    if (random.chance(60)) {
      body(host, "", true);
    }
    if (random.chance(15)) {
      host.add("ServerAlias alias-" + site + ".test *.wild-" + site + ".test");
    }
    files.put(RuleSet.HOST, host);
    if (random.chance(20)) {
      List<String> other = new ArrayList<>();
      if (random.chance(30)) {
        other.add("ServerAlias *." + site + ".test");
      }
      files.put(RuleSet.OTHER_HOST, body(other, "", true));
    }
    if (random.chance(70)) {
      files.put("", body(new ArrayList<>(), "", false));
    }
    for (String folder : List.of("dir/", "dir/sub/", "b/")) {
      if (random.chance(25)) {
        files.put(folder, body(new ArrayList<>(), "/" + folder, false));
      }
    }
    return new RuleSet(files);
  }

  private List<String> body(List<String> lines, String base, boolean server) {
    int rules = 1 + random.number(5);
    if (random.chance(90)) {
      lines.add("RewriteEngine " + (random.chance(95) ? "On" : "Off"));
    }
    if (random.chance(12)) {
      lines.add("RewriteOptions " + random.any("inheritance"));
    }
    if (!server && random.chance(25)) {
      lines.add(
          "RewriteBase "
              + (random.chance(60) && !base.isEmpty()
                  ? base
                  : random.any(List.of("/", "/dir", "/other/"))));
    }
    if (server && random.chance(10)) {
      lines.add("UseCanonicalName On");
    }
    if (server && random.chance(10)) {
      lines.add("AllowEncodedSlashes " + random.any(List.of("On", "NoDecode", "Off")));
    }
    for (int i = 0; i < rules; i++) {
      rule(lines);
    }
    if (random.chance(10)) {
      lines.addAll(random.any(ROUNDS));
    }
    if (random.chance(30)) {
      alias(lines, base, server);
    }
    if (random.chance(12)) {
      lines.add(
          "DirectoryIndex "
              + random.any(
                  List.of("index.php", "none index.html", "/a.html", "disabled", "x.html", "sub")));
    }
    if (random.chance(8)) {
      lines.add("DirectorySlash Off");
    }
    if (random.chance(10)) {
      lines.add(
          "DirectoryIndexRedirect "
              + random.any(List.of("On", "Off", "permanent", "temp", "seeother", "308", "399")));
    }
    if (random.chance(8)) {
      lines.add(
          "FallbackResource " + random.any(List.of("/index.php", "/a.html", "/nope", "disabled")));
    }
    if (random.chance(12)) {
      lines.add(
          "ErrorDocument "
              + random.any(List.of("404", "403", "410", "500", "301"))
              + " "
              + random.any(
                  List.of("/a.html", "/nope", "http://h.example/e", "\"text\"", "/loop", "/dir")));
    }
    if (random.chance(12)) {
      lines.add(
          random.any(
              List.of(
                  "SetEnvIf Request_URI ^/(a|b) V=$1",
                  "SetEnvIf X-A (.+) V=h$1",
                  "SetEnvIf V . V2=1",
                  "SetEnv V env",
                  "SetEnvIf Request_Method POST V !W")));
    }
    if (random.chance(6)) {
      lines.add("<If \"%{QUERY_STRING} == 'x=1'\">");
      lines.add(
          random.any(
              List.of(
                  "Redirect /a http://if.example/",
                  "RewriteRule ^ http://if.example/i [R]",
                  "RewriteEngine On")));
      lines.add("</If>");
    }
    if (random.chance(6)) {
      lines.add("<Files \"" + random.any(List.of("a*", "*.html", "index.php")) + "\">");
      lines.add(
          random.any(
              List.of(
                  "Require all denied", "RewriteEngine On", "Redirect / http://files.example/")));
      lines.add("</Files>");
    }
    if (server && random.chance(10)) {
      lines.add(
          random.any(
              List.of(
                  "<Location \"/a\">", "<Location \"/dir/\">", "<LocationMatch \"^/(?<n>b|c)\">")));
      lines.add(
          random.any(
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
    if (server && random.chance(8)) {
      lines.add(
          "Alias "
              + random.any(List.of("/al", "/al/", "/b"))
              + " "
              + random.any(List.of("/srv/www/" + site + "/dir", "/srv/www/" + site + "/dir/")));
    }
    return lines;
  }

  private void rule(List<String> lines) {
    int conditions = random.chance(45) ? 1 + random.number(3) : 0;
    for (int i = 0; i < conditions; i++) {
      String flags = random.any(List.of("", "", "", "", " [OR]", " [NC]", " [NC,OR]"));
      lines.add("RewriteCond " + random.any("tests") + flags);
    }
    StringBuilder target = new StringBuilder();
    if (random.chance(55)) {
      target.append(random.any("whole"));
    } else {
      int pieces = 1 + random.number(3);
      for (int i = 0; i < pieces; i++) {
        target.append(random.any("pieces"));
      }
    }
    String written = target.toString().equals("\"\"") ? "\"\"" : "\"" + target + "\"";
    List<String> flags = new ArrayList<>();
    while (random.chance(60) && flags.size() < 4) {
      flags.add(random.any("flags"));
    }
    String bracket = flags.isEmpty() ? "" : " \"[" + String.join(",", flags) + "]\"";
    lines.add("RewriteRule \"" + random.any("patterns") + "\" " + written + bracket);
  }

  private void alias(List<String> lines, String base, boolean server) {
    int count = 1 + random.number(2);
    for (int i = 0; i < count; i++) {
      String status =
          random.any(List.of("", "", "301 ", "permanent ", "temp ", "seeother ", "308 "));
      switch (random.number(4)) {
        case 0 ->
            lines.add(
                "Redirect "
                    + random.any(List.of("gone", "410", "404", "403"))
                    + " "
                    + random.any("paths"));
        case 1 ->
            lines.add(
                "RedirectMatch "
                    + status
                    + random.any(
                        List.of("^/a(.*)$", "^/(b|c)(/.*)?$", "\\.html$", "^/dir/(.*)", "/$"))
                    + " "
                    + random.any(
                        List.of(
                            "http://h.example/$1",
                            "/m$1",
                            "/m?$1",
                            "$1",
                            "http://h.example/$1/$2?x=$1#f")));
        default ->
            lines.add(
                "Redirect "
                    + status
                    + (random.chance(70) ? random.any("paths") : base + "x")
                    + " "
                    + random.any("targets"));
      }
    }
    if (server && random.chance(20)) {
      lines.add("AliasMatch ^/am/(.*)$ /srv/www/" + site + "/$1");
    }
  }

  /** One of the names of the site's hosts, or one that only the default host answers to. */
  private String host() {
    return random.chance(80)
        ? site + ".test"
        : random.any(
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
    int depth = random.chance(8) ? 0 : 1 + random.number(3);
    for (int i = 0; i < depth; i++) {
      target.append('/').append(random.any("segments"));
    }
    if (depth == 0 || random.chance(20)) {
      target.append('/');
    }
    if (random.chance(35)) {
      target.append(
          random.any(List.of("?x=1", "?", "?x=1&y=%20z", "?a?b", "?x=5&", "?q=%3Fz", "?12")));
    }
    List<Header> headers = new ArrayList<>();
    if (random.chance(20)) {
      headers.add(new Header("X-A", random.any(List.of("b", "a/b", "c d", ""))));
    }
    String method =
        random.chance(85) ? "GET" : random.any(List.of("POST", "HEAD", "PUT", "OPTIONS", "DELETE"));
    String suffix = random.chance(50) ? ":" + port : "";
    return new Request(
        method,
        "http",
        Optional.of(host() + suffix),
        target.toString(),
        headers,
        Optional.empty(),
        OptionalInt.of(port),
        random.chance(95) ? "1.1" : "1.0",
        false);
  }
}
