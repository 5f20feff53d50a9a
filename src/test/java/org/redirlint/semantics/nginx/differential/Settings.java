package org.redirlint.semantics.nginx.differential;

import java.util.List;
import org.redirlint.semantics.RandomWords;

/** Makes the random directives of a block that are no steps of its rewriting. */
final class Settings {

  private final RandomWords random;
  private final Templates templates;
  private final boolean subrequests;

  /**
   * Makes the directives.
   *
   * @param subrequests whether subrequests decide about access
   */
  Settings(RandomWords random, Templates templates, boolean subrequests) {
    this.random = random;
    this.templates = templates;
    this.subrequests = subrequests;
  }

  /** Adds directives that stand in any block, each likely by so many percent. */
  void settings(List<Node> body, int percent) {
    random.maybe(percent, body, () -> Node.simple("absolute_redirect " + onOff()));
    random.maybe(percent, body, () -> Node.simple("server_name_in_redirect " + onOff()));
    random.maybe(percent, body, () -> Node.simple("port_in_redirect " + onOff()));
    random.maybe(percent, body, () -> Node.simple("recursive_error_pages " + onOff()));
    random.maybe(percent, body, this::errorPage);
    random.maybe(percent, body, this::errorPage);
    random.maybe(
        percent,
        body,
        () ->
            Node.simple(
                "index "
                    + random.any(
                        List.of(
                            "index.html",
                            "none.html index.html",
                            "$arg_x index.html",
                            "/a",
                            "none.html",
                            "sub",
                            "x.html /loop"))));
    random.maybe(percent / 2, body, () -> Node.simple("autoindex " + onOff()));
    random.maybe(
        percent / 2,
        body,
        () ->
            Node.simple(
                random.any(
                    List.of(
                        "deny all",
                        "allow all",
                        "allow 127.0.0.1",
                        "deny 127.0.0.0/8",
                        "deny 10.0.0.1"))));
    random.maybe(
        percent / 3,
        body,
        () ->
            Node.simple(
                "add_header Location "
                    + Templates.quoted(templates.template(1))
                    + random.any(List.of("", " always"))));
    random.maybe(percent / 3, body, () -> Node.simple("satisfy any"));
    random.maybe(percent / 4, body, () -> Node.simple("msie_refresh on"));
    if (subrequests) {
      random.maybe(
          percent / 4,
          body,
          () -> Node.simple("auth_request " + random.any(List.of("/a", "/dir/", "/e", "off"))));
    }
  }

  private String onOff() {
    return random.any(List.of("on", "off"));
  }

  /** Returns an {@code error_page}. */
  Node errorPage() {
    String codes =
        random.any(
            List.of(
                "404", "403", "405", "404 403", "301 302", "302", "500", "400", "503 404",
                "497 301", "405 500"));
    String response =
        random.any(List.of("", "", "", " =", " =200", " =301", " =404", " =302", " =444"));
    String page =
        random.chance(15)
            ? random.any(List.of("@n1", "@n2", "@none"))
            : random.any("prefixes").replace("\"/x y\"", "/x");
    if (random.chance(25)) {
      page = Templates.quoted(templates.template(2));
    }
    return Node.simple("error_page " + codes + response + " " + page);
  }

  /** Returns a {@code try_files}. */
  Node tryFiles() {
    StringBuilder text = new StringBuilder("try_files");
    int count = 1 + random.number(3);
    for (int i = 0; i < count; i++) {
      text.append(' ')
          .append(
              random.any(
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
            random.any(
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
}
