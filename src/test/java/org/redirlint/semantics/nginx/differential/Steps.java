package org.redirlint.semantics.nginx.differential;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.semantics.RandomWords;

/** Makes the random directives of nginx's rewrite module. */
final class Steps {

  private final RandomWords random;
  private final Templates templates;
  private final Settings settings;
  private final String root;

  Steps(RandomWords random, Templates templates, Settings settings, String root) {
    this.random = random;
    this.templates = templates;
    this.settings = settings;
    this.root = root;
  }

  /** Adds some steps, likely by so many percent. */
  void steps(List<Node> body, int percent, boolean location) {
    if (!random.chance(percent)) {
      return;
    }
    int count = 1 + random.number(location ? 3 : 2);
    for (int i = 0; i < count; i++) {
      body.add(random.chance(35) ? branch(location) : step());
    }
  }

  private Node branch(boolean location) {
    List<Node> body = new ArrayList<>();
    int count = 1 + random.number(2);
    for (int i = 0; i < count; i++) {
      body.add(step());
    }
    if (location) {
      random.maybe(8, body, settings::errorPage);
      random.maybe(6, body, () -> Node.simple("root " + root + "/dir"));
    }
    return Node.block("if (" + condition() + ")", body);
  }

  private String condition() {
    String variable =
        random.any(
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
    return switch (random.number(6)) {
      case 0 -> variable;
      case 1 ->
          variable
              + random.any(List.of(" = ", " != "))
              + random.any(List.of("/a", "1", "GET", "\"\"", "0", "example.com", "$1", "$uri"));
      case 2, 3 ->
          variable
              + random.any(List.of(" ~ ", " ~* ", " !~ ", " !~* "))
              + Templates.quoted(random.any("regexes"));
      default ->
          random.any(List.of("-f ", "!-f ", "-d ", "!-d ", "-e ", "!-e ", "-x ", "!-x "))
              + random.any(
                  List.of(
                      "$request_filename",
                      "$document_root/dir",
                      "$document_root$uri",
                      root + "/a.txt",
                      "$document_root/$1"));
    };
  }

  private Node step() {
    return switch (random.number(10)) {
      case 0, 1, 2, 3 -> rewrite();
      case 4, 5 -> redirect();
      case 6, 7 ->
          Node.simple(
              "set "
                  + random.any(List.of("$v1", "$v2", "$args", "$v1", "$http_x_foo"))
                  + " "
                  + Templates.quoted(templates.template(3)));
      case 8 ->
          Node.simple(
              "return "
                  + random.any(
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
        random.chance(15)
            ? random.any(List.of("http://h.example", "https://h.example", "$scheme://$host/"))
                + templates.template(2)
            : random.chance(80) ? "/" + templates.template(2) : templates.template(3);
    if (target.isEmpty() || target.equals("?")) {
      target = "/a";
    }
    return Node.simple(
        "rewrite "
            + Templates.quoted(random.any("regexes"))
            + " "
            + Templates.quoted(target + (random.chance(20) ? "?" : ""))
            + random.any("flags"));
  }

  private Node redirect() {
    String code = random.any(List.of("301", "302", "303", "307", "308", "302"));
    String target =
        random.chance(50)
            ? templates.template(3)
            : random.any(List.of("/", "http://h.example", "https://$host/", "//x/", ""))
                + templates.template(2);
    return Node.simple("return " + code + " " + Templates.quoted(target));
  }
}
