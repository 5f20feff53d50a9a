package org.redirlint.semantics.nginx.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.redirlint.http.Header;
import org.redirlint.http.Request;

/** Makes random configurations, and random requests that have a chance to meet them. */
final class Generator {

  private static final List<String> HOSTS =
      List.of(
          "example.com",
          "www.example.com",
          "example.org",
          "a.b.example.org",
          "other",
          "WWW.Example.COM",
          "example.com.",
          "sub.wild.test",
          "wild.test",
          "mail.foo");
  private static final List<String> NAMES =
      List.of(
          "example.com",
          "www.example.com",
          "*.example.org",
          ".wild.test",
          "mail.*",
          "_",
          "~^(www\\.)?(?<dom>.+)$",
          "~^(?<sub>[a-z]+)\\.wild\\.test$",
          "\"\"",
          "example.org",
          "*.wild.test");
  private static final List<String> SEGMENTS =
      List.of(
          "a",
          "b",
          "ab",
          "dir",
          "sub",
          "file.txt",
          "index.html",
          "A",
          "x%20y",
          "%C3%A9",
          "none",
          "a.php",
          "q%3Fr",
          "p%25q",
          "h%23",
          "a+b",
          "a%2Fb",
          "..",
          ".",
          "",
          "a%0Ab",
          "%26",
          "loop",
          "a;b",
          "%22",
          "dir2",
          "x.html",
          "e",
          "12",
          "a:b",
          "c%7Cd");
  private static final List<String> PREFIXES =
      List.of(
          "/",
          "/a",
          "/a/",
          "/b",
          "/b/",
          "/dir",
          "/dir/",
          "/a/b",
          "/ab",
          "/dir/sub",
          "/dir/sub/",
          "/x",
          "/index.html",
          "/a/file.txt",
          "/loop",
          "/dir2/",
          "/e",
          "\"/x y\"");
  private static final List<String> REGEXES =
      List.of(
          "^",
          "^/",
          "^/a",
          "^/a/(.*)$",
          "^/b/(.*)$",
          "^(.*)/$",
          "^/([^/]+)/(.*)$",
          "\\.txt$",
          "\\.(html|php)$",
          "^/(?<seg>[^/]+)",
          "^/(a|b)?(/.*)?$",
          "(.)(.)$",
          "^/dir/?(.*)$",
          "/b",
          "^(/dir)(/.*)?$",
          "(?i)/A",
          "^/([a-z]+)(\\d*)$",
          "^/(?<one>[^/]*)/?(?<two>.*)$",
          "(b)?$",
          "^/(.*)[^/]$",
          "^/(?!dir)(.*)",
          "[^a-z/.]",
          "^/a(?:b|c)?$",
          "(/)([a-z]*)(?:$|\\.)",
          "^/\\w+/\\s*",
          "^/loop(.*)$",
          "^.*$",
          "\\S{3,}?(.)",
          "\\bfile\\b",
          "^/(\\w)(\\w)?");
  private static final List<String> PIECES =
      List.of(
          "/a",
          "/b/",
          "/dir",
          "$1",
          "$2",
          "$uri",
          "$args",
          "$request_uri",
          "$host",
          "$arg_x",
          "$seg",
          "$v1",
          "$v2",
          "$map1",
          "$map2",
          "$is_args",
          "$document_uri",
          "$http_x_foo",
          "$cookie_c",
          "$scheme",
          "$server_name",
          "$server_port",
          "$request_method",
          "?x=1",
          "?",
          "&y=$arg_y",
          "%20",
          "#f",
          "x",
          "/",
          "index.html",
          "$query_string",
          "$status",
          "$http_host",
          "$https",
          "$one",
          "$two",
          "${v1}z",
          "$3",
          ".html",
          "$dom",
          "$sub",
          "$invalid_referer",
          "$geo1",
          "$remote_addr",
          "$server_addr",
          "$request",
          "\\\"",
          "$document_root",
          "$request_filename",
          "$split1");
  private static final List<String> FLAGS =
      List.of("", "", " last", " break", " redirect", " permanent");

  private final Random random;
  private final int[] ports;
  private final String root;
  private int depth;

  Generator(Random random, int[] ports, String root) {
    this.random = random;
    this.ports = ports;
    this.root = root;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void maybe(int percent, List<Node> nodes, Supplier<Node> node) {
    if (chance(percent)) {
      nodes.add(node.get());
    }
  }

  /** Returns the content of an http block. */
  List<Node> configuration() {
    List<Node> http = new ArrayList<>();
    http.add(map("map1"));
    http.add(map("map2"));
    http.add(geo());
    http.add(
        Node.block(
            "split_clients $uri$arg_x $split1",
            List.of(Node.simple("30% one"), Node.simple("20.5% /two"), Node.simple("* \"\""))));
    settings(http, 6);
    int servers = 1 + random.nextInt(3);
    for (int i = 0; i < servers; i++) {
      http.add(server(i));
    }
    // Declares every variable the texts use, where no request comes by.
    http.add(
        Node.block(
            "server",
            List.of(
                Node.simple("listen 127.0.0.1:" + ports[3]),
                Node.simple("set $v1 \"\""),
                Node.simple("set $v2 \"\""),
                Node.simple("valid_referers none example.com"),
                Node.block(
                    "location ~ (?<seg>a)(?<one>b)(?<two>c)(?<dom>d)(?<sub>e)", List.of()))));
    return http;
  }

  private Node map(String name) {
    List<Node> entries = new ArrayList<>();
    maybe(60, entries, () -> Node.simple("default " + quoted(template(2))));
    maybe(10, entries, () -> Node.simple("volatile"));
    List<String> keys =
        new ArrayList<>(List.of("/a", "/b/", "1", "\"\"", "GET", "example.com", "/DIR", "x=1"));
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      entries.add(
          Node.simple(keys.remove(random.nextInt(keys.size())) + " " + quoted(template(2))));
    }
    count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      entries.add(
          Node.simple(
              quoted((chance(30) ? "~*" : "~") + any(REGEXES)) + " " + quoted(template(2))));
    }
    List<String> sources =
        name.equals("map1")
            ? List.of(
                "$uri",
                "$args",
                "$request_uri",
                "$arg_x",
                "$host",
                "$http_x_foo",
                "$request_method")
            : List.of("$uri", "$map1", "$arg_y", "$uri$is_args$args", "$1", "$cookie_c");
    return Node.block("map " + any(sources) + " $" + name, entries);
  }

  private Node geo() {
    List<Node> entries = new ArrayList<>();
    maybe(50, entries, () -> Node.simple("default d"));
    maybe(50, entries, () -> Node.simple("127.0.0.0/8 loop"));
    maybe(50, entries, () -> Node.simple("127.0.0.1 one"));
    maybe(20, entries, () -> Node.simple("0.0.0.0/0 /all"));
    maybe(20, entries, () -> Node.simple("proxy 127.0.0.1"));
    maybe(20, entries, () -> Node.simple("10.0.0.0/8 ten"));
    return Node.block("geo" + (chance(30) ? " $arg_x" : "") + " $geo1", entries);
  }

  private Node server(int number) {
    List<Node> body = new ArrayList<>();
    boolean any = false;
    for (int i = 0; i < 3; i++) {
      if (chance(i == 0 ? 80 : 40) || (i == 2 && !any)) {
        any = true;
        String text = "listen 127.0.0.1:" + ports[i] + (i == 2 ? " ssl" : "");
        body.add(Node.simple(text + (number == 1 && chance(50) ? " default_server" : "")));
      }
    }
    body.add(Node.simple("ssl_certificate " + root + "/../tls/tls.crt"));
    body.add(Node.simple("ssl_certificate_key " + root + "/../tls/tls.key"));
    if (chance(90)) {
      String names = any(NAMES);
      String second = any(NAMES);
      body.add(
          Node.simple(
              "server_name " + names + (chance(40) && !second.equals(names) ? " " + second : "")));
    }
    body.add(Node.simple("root " + root));
    maybe(15, body, () -> Node.simple("merge_slashes off"));
    settings(body, 12);
    steps(body, 25, false);
    maybe(8, body, this::tryFiles);
    List<String> used = new ArrayList<>();
    int locations = 1 + random.nextInt(5);
    depth = 0;
    for (int i = 0; i < locations; i++) {
      location("", used).ifPresent(body::add);
    }
    for (String name : List.of("@n1", "@n2")) {
      List<Node> inner = new ArrayList<>();
      settings(inner, 8);
      steps(inner, 60, true);
      maybe(20, inner, this::tryFiles);
      body.add(Node.block("location " + name, inner));
    }
    return Node.block("server", body);
  }

  private Optional<Node> location(String outer, List<String> used) {
    boolean regex = outer.equals("~") || chance(35);
    String name;
    if (regex) {
      name = (chance(25) ? "~* " : "~ ") + quoted(any(REGEXES));
    } else {
      String prefix = any(PREFIXES);
      String modifier = chance(20) ? "= " : chance(15) ? "^~ " : "";
      name = modifier + prefix;
      String key = (modifier.equals("= ") ? "=" : "") + prefix;
      if (used.contains(key) || !prefix.replace("\"", "").startsWith(outer)) {
        return Optional.empty();
      }
      used.add(key);
    }
    List<Node> body = new ArrayList<>();
    settings(body, 12);
    steps(body, 50, true);
    maybe(15, body, this::tryFiles);
    maybe(5, body, () -> Node.simple("internal"));
    boolean alias = chance(12);
    if (alias) {
      String path =
          regex
              ? root + any(List.of("/$1", "/dir/$2", "/dir"))
              : root + any(List.of("/dir/", "/dir", "/"));
      body.add(Node.simple("alias " + path));
    } else {
      maybe(8, body, () -> Node.simple("root " + root + any(List.of("/dir", "", "/$arg_x"))));
    }
    maybe(8, body, () -> Node.simple("proxy_pass http://127.0.0.1:1"));
    maybe(
        5,
        body,
        () ->
            Node.block(
                "limit_except " + any(List.of("GET", "POST", "GET POST")),
                List.of(Node.simple(any(List.of("deny all", "allow all"))))));
    if (depth < 2 && chance(25) && !name.startsWith("=")) {
      depth++;
      String inner = regex ? "~" : name.replaceFirst("^\\^~ ", "").replace("\"", "");
      List<String> innerUsed = new ArrayList<>();
      int count = 1 + random.nextInt(2);
      for (int i = 0; i < count; i++) {
        location(inner, innerUsed).ifPresent(body::add);
      }
      depth--;
    }
    return Optional.of(Node.block("location " + name, body));
  }

  private void settings(List<Node> body, int percent) {
    maybe(percent, body, () -> Node.simple("absolute_redirect " + onOff()));
    maybe(percent, body, () -> Node.simple("server_name_in_redirect " + onOff()));
    maybe(percent, body, () -> Node.simple("port_in_redirect " + onOff()));
    maybe(percent, body, () -> Node.simple("recursive_error_pages " + onOff()));
    maybe(percent, body, this::errorPage);
    maybe(percent, body, this::errorPage);
    maybe(
        percent,
        body,
        () ->
            Node.simple(
                "index "
                    + any(
                        List.of(
                            "index.html",
                            "none.html index.html",
                            "$arg_x index.html",
                            "/a",
                            "none.html",
                            "sub",
                            "x.html /loop"))));
    maybe(percent / 2, body, () -> Node.simple("autoindex " + onOff()));
    maybe(
        percent / 2,
        body,
        () ->
            Node.simple(
                any(
                    List.of(
                        "deny all",
                        "allow all",
                        "allow 127.0.0.1",
                        "deny 127.0.0.0/8",
                        "deny 10.0.0.1"))));
    maybe(
        percent / 3,
        body,
        () ->
            Node.simple(
                "add_header Location " + quoted(template(1)) + any(List.of("", " always"))));
    maybe(percent / 3, body, () -> Node.simple("satisfy any"));
    maybe(percent / 4, body, () -> Node.simple("msie_refresh on"));
  }

  private String onOff() {
    return any(List.of("on", "off"));
  }

  private Node errorPage() {
    String codes =
        any(
            List.of(
                "404", "403", "405", "404 403", "301 302", "302", "500", "400", "503 404",
                "497 301", "405 500"));
    String response = any(List.of("", "", "", " =", " =200", " =301", " =404", " =302", " =444"));
    String page =
        chance(15) ? any(List.of("@n1", "@n2", "@none")) : any(PREFIXES).replace("\"/x y\"", "/x");
    if (chance(25)) {
      page = quoted(template(2));
    }
    return Node.simple("error_page " + codes + response + " " + page);
  }

  private Node tryFiles() {
    StringBuilder text = new StringBuilder("try_files");
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      text.append(' ')
          .append(
              any(
                  List.of(
                      "$uri",
                      "$uri/",
                      "$uri.html",
                      "$uri/index.html",
                      "/dir",
                      "/dir/",
                      "/a.php",
                      "/none",
                      "$1",
                      "$v1",
                      "/index.html",
                      "$arg_x")));
    }
    text.append(' ')
        .append(
            any(
                List.of(
                    "=404",
                    "=301",
                    "=403",
                    "@n1",
                    "@n2",
                    "/a",
                    "/b/?q=$uri",
                    "/index.html",
                    "$uri/x",
                    "/none",
                    "$arg_x",
                    "=200")));
    return Node.simple(text.toString());
  }

  private void steps(List<Node> body, int percent, boolean location) {
    if (!chance(percent)) {
      return;
    }
    int count = 1 + random.nextInt(location ? 3 : 2);
    for (int i = 0; i < count; i++) {
      body.add(chance(35) ? branch(location) : step());
    }
  }

  private Node branch(boolean location) {
    List<Node> body = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      body.add(step());
    }
    if (location) {
      maybe(8, body, this::errorPage);
      maybe(6, body, () -> Node.simple("root " + root + "/dir"));
    }
    return Node.block("if (" + condition() + ")", body);
  }

  private String condition() {
    String variable =
        any(
            List.of(
                "$uri",
                "$arg_x",
                "$request_uri",
                "$host",
                "$request_method",
                "$v1",
                "$map1",
                "$map2",
                "$args",
                "$http_x_foo",
                "$cookie_c",
                "$seg",
                "$geo1",
                "$scheme",
                "$http_referer",
                "$invalid_referer",
                "$server_port",
                "$request_filename"));
    return switch (random.nextInt(6)) {
      case 0 -> variable;
      case 1 ->
          variable
              + any(List.of(" = ", " != "))
              + any(List.of("/a", "1", "GET", "\"\"", "0", "example.com", "$1", "$uri"));
      case 2, 3 -> variable + any(List.of(" ~ ", " ~* ", " !~ ", " !~* ")) + quoted(any(REGEXES));
      default ->
          any(List.of("-f ", "!-f ", "-d ", "!-d ", "-e ", "!-e ", "-x ", "!-x "))
              + any(
                  List.of(
                      "$request_filename",
                      "$document_root/dir",
                      "$document_root$uri",
                      root + "/a.txt",
                      "$document_root/$1"));
    };
  }

  private Node step() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> rewrite();
      case 4, 5 -> redirect();
      case 6, 7 ->
          Node.simple(
              "set "
                  + any(List.of("$v1", "$v2", "$args", "$v1", "$http_x_foo"))
                  + " "
                  + quoted(template(3)));
      case 8 ->
          Node.simple(
              "return "
                  + any(
                      List.of(
                          "404",
                          "403",
                          "405",
                          "200 ok",
                          "204",
                          "500",
                          "503",
                          "444",
                          "200",
                          "404 text",
                          "301",
                          "410")));
      default -> Node.simple("break");
    };
  }

  private Node rewrite() {
    String target =
        chance(15)
            ? any(List.of("http://h.example", "https://h.example", "$scheme://$host/"))
                + template(2)
            : chance(80) ? "/" + template(2) : template(3);
    if (target.isEmpty() || target.equals("?")) {
      target = "/a";
    }
    return Node.simple(
        "rewrite "
            + quoted(any(REGEXES))
            + " "
            + quoted(target + (chance(20) ? "?" : ""))
            + any(FLAGS));
  }

  private Node redirect() {
    String code = any(List.of("301", "302", "303", "307", "308", "302"));
    String target =
        chance(50)
            ? template(3)
            : any(List.of("/", "http://h.example", "https://$host/", "//x/", "")) + template(2);
    return Node.simple("return " + code + " " + quoted(target));
  }

  /** Returns a text with variables, possibly empty. */
  private String template(int most) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      String piece = any(PIECES);
      boolean glued = piece.matches("[A-Za-z0-9_].*") && text.toString().matches(".*\\$[a-z_0-9]+");
      text.append(glued ? "/" : "").append(piece);
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** Returns a request. */
  Request request() {
    StringBuilder target = new StringBuilder();
    int segments = 1 + random.nextInt(3);
    for (int i = 0; i < segments; i++) {
      target.append('/').append(any(SEGMENTS));
    }
    if (chance(25)) {
      target.append('/');
    }
    if (chance(40)) {
      target
          .append('?')
          .append(
              any(
                  List.of(
                      "x=1",
                      "x=0",
                      "x=/a",
                      "y=2&x=b",
                      "",
                      "x=%20",
                      "q",
                      "X=1",
                      "x=/dir/&y",
                      "x=a?b",
                      "x=127.0.0.1",
                      "x=10.1.1.1",
                      "x=index.html")));
    }
    if (chance(4)) {
      target.append("#frag");
    }
    String text = target.toString();
    if (chance(3)) {
      text =
          any(
                  List.of(
                      "http://abs.example",
                      "http://www.example.com",
                      "http://example.org?x=1",
                      "*",
                      "http://wild.test:81"))
              + text;
    }
    int which = random.nextInt(10);
    int port = which < 6 ? 0 : which < 8 ? 1 : 2;
    Optional<String> host =
        chance(97)
            ? Optional.of(any(HOSTS) + (chance(10) ? ":" + ports[port] : ""))
            : Optional.empty();
    if (chance(2)) {
      host = Optional.of(any(List.of("", "a..b", "ex/ample", ".", "[::1]:80", "a b")));
    }
    List<Header> headers = new ArrayList<>();
    if (chance(15)) {
      headers.add(new Header("X-Foo", any(List.of("1", "/a", "example.com", ""))));
    }
    if (chance(15)) {
      headers.add(new Header("Cookie", any(List.of("c=1", "b=2; c=/a", "C=3", "d=1"))));
    }
    if (chance(10)) {
      headers.add(
          new Header(
              "Referer", any(List.of("http://example.com/a", "https://x.example/", "foo", ""))));
    }
    if (chance(5)) {
      headers.add(new Header("User-Agent", "Mozilla/4.0 (compatible; MSIE 6.0)"));
    }
    if (chance(5)) {
      headers.add(
          new Header("X-Forwarded-For", any(List.of("10.1.2.3", "10.1.2.3, 127.0.0.1", "x"))));
    }
    String method =
        chance(75)
            ? "GET"
            : any(List.of("POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "PROPFIND"));
    return new Request(
        method,
        port == 2 ? "https" : "http",
        host,
        text,
        headers,
        Optional.of("127.0.0.1"),
        OptionalInt.of(ports[port]),
        chance(4) ? "1.0" : "1.1",
        port == 2 && chance(10));
  }
}
