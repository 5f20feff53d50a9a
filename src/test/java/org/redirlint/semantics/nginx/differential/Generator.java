package org.redirlint.semantics.nginx.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.redirlint.http.Request;
import org.redirlint.semantics.RandomWords;

/** Makes random configurations, and random requests that have a chance to meet them. */
final class Generator {

  private final RandomWords random;
  private final int[] ports;
  private final String root;
  private final Templates templates;
  private final Settings settings;
  private final Steps steps;
  private final Requests requests;
  private int depth;

  /** Makes configurations of which one request has one answer. */
  Generator(Random random, int[] ports, String root) {
    this(random, ports, root, false);
  }

  /**
   * Makes configurations.
   *
   * @param subrequests whether subrequests decide about access, which the simulator does not follow
   */
  Generator(Random random, int[] ports, String root, boolean subrequests) {
    this.random = RandomWords.of("nginx", random);
    this.ports = ports;
    this.root = root;
    this.templates = new Templates(this.random);
    this.settings = new Settings(this.random, templates, subrequests);
    this.steps = new Steps(this.random, templates, settings, root);
    this.requests = new Requests(this.random, ports);
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
    settings.settings(http, 6);
    int servers = 1 + random.number(3);
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
    random.maybe(
        60, entries, () -> Node.simple("default " + Templates.quoted(templates.template(2))));
    random.maybe(10, entries, () -> Node.simple("volatile"));
    List<String> keys =
        new ArrayList<>(List.of("/a", "/b/", "1", "\"\"", "GET", "example.com", "/DIR", "x=1"));
    int count = random.number(4);
    for (int i = 0; i < count; i++) {
      entries.add(
          Node.simple(
              keys.remove(random.number(keys.size()))
                  + " "
                  + Templates.quoted(templates.template(2))));
    }
    count = random.number(3);
    for (int i = 0; i < count; i++) {
      entries.add(
          Node.simple(
              Templates.quoted((random.chance(30) ? "~*" : "~") + random.any("regexes"))
                  + " "
                  + Templates.quoted(templates.template(2))));
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
    return Node.block("map " + random.any(sources) + " $" + name, entries);
  }

  private Node geo() {
    List<Node> entries = new ArrayList<>();
    random.maybe(50, entries, () -> Node.simple("default d"));
    random.maybe(50, entries, () -> Node.simple("127.0.0.0/8 loop"));
    random.maybe(50, entries, () -> Node.simple("127.0.0.1 one"));
    random.maybe(20, entries, () -> Node.simple("0.0.0.0/0 /all"));
    random.maybe(20, entries, () -> Node.simple("proxy 127.0.0.1"));
    random.maybe(20, entries, () -> Node.simple("10.0.0.0/8 ten"));
    return Node.block("geo" + (random.chance(30) ? " $arg_x" : "") + " $geo1", entries);
  }

  private Node server(int number) {
    List<Node> body = new ArrayList<>();
    boolean any = false;
    for (int i = 0; i < 3; i++) {
      if (random.chance(i == 0 ? 80 : 40) || (i == 2 && !any)) {
        any = true;
        String text = "listen 127.0.0.1:" + ports[i] + (i == 2 ? " ssl" : "");
        body.add(Node.simple(text + (number == 1 && random.chance(50) ? " default_server" : "")));
      }
    }
    body.add(Node.simple("ssl_certificate " + root + "/../tls/tls.crt"));
    body.add(Node.simple("ssl_certificate_key " + root + "/../tls/tls.key"));
    if (random.chance(90)) {
      String names = random.any("names");
      String second = random.any("names");
      body.add(
          Node.simple(
              "server_name "
                  + names
                  + (random.chance(40) && !second.equals(names) ? " " + second : "")));
    }
    body.add(Node.simple("root " + root));
    random.maybe(15, body, () -> Node.simple("merge_slashes off"));
    settings.settings(body, 12);
    steps.steps(body, 25, false);
    random.maybe(8, body, settings::tryFiles);
    List<String> used = new ArrayList<>();
    int locations = 1 + random.number(5);
    depth = 0;
    for (int i = 0; i < locations; i++) {
      location("", used).ifPresent(body::add);
    }
    for (String name : List.of("@n1", "@n2")) {
      List<Node> inner = new ArrayList<>();
      settings.settings(inner, 8);
      steps.steps(inner, 60, true);
      random.maybe(20, inner, settings::tryFiles);
      body.add(Node.block("location " + name, inner));
    }
    return Node.block("server", body);
  }

  private Optional<Node> location(String outer, List<String> used) {
    boolean regex = outer.equals("~") || random.chance(35);
    String name;
    if (regex) {
      name = (random.chance(25) ? "~* " : "~ ") + Templates.quoted(random.any("regexes"));
    } else {
      String prefix = random.any("prefixes");
      String modifier = random.chance(20) ? "= " : random.chance(15) ? "^~ " : "";
      name = modifier + prefix;
      String key = (modifier.equals("= ") ? "=" : "") + prefix;
      if (used.contains(key) || !prefix.replace("\"", "").startsWith(outer)) {
        return Optional.empty();
      }
      used.add(key);
    }
    List<Node> body = new ArrayList<>();
    settings.settings(body, 12);
    steps.steps(body, 50, true);
    random.maybe(15, body, settings::tryFiles);
    random.maybe(5, body, () -> Node.simple("internal"));
    boolean alias = random.chance(12);
    if (alias) {
      String path =
          regex
              ? root + random.any(List.of("/$1", "/dir/$2", "/dir"))
              : root + random.any(List.of("/dir/", "/dir", "/"));
      body.add(Node.simple("alias " + path));
    } else {
      random.maybe(
          8, body, () -> Node.simple("root " + root + random.any(List.of("/dir", "", "/$arg_x"))));
    }
    random.maybe(8, body, () -> Node.simple("proxy_pass http://127.0.0.1:1"));
    random.maybe(
        5,
        body,
        () ->
            Node.block(
                "limit_except " + random.any(List.of("GET", "POST", "GET POST")),
                List.of(Node.simple(random.any(List.of("deny all", "allow all"))))));
    if (depth < 2 && random.chance(25) && !name.startsWith("=")) {
      depth++;
      String inner = regex ? "~" : name.replaceFirst("^\\^~ ", "").replace("\"", "");
      List<String> innerUsed = new ArrayList<>();
      int count = 1 + random.number(2);
      for (int i = 0; i < count; i++) {
        location(inner, innerUsed).ifPresent(body::add);
      }
      depth--;
    }
    return Optional.of(Node.block("location " + name, body));
  }

  /** Returns a request. */
  Request request() {
    return requests.request();
  }
}
