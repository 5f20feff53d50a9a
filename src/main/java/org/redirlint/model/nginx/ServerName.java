package org.redirlint.model.nginx;

import org.redirlint.model.Pattern;
import org.redirlint.source.Origin;

/** A name of a server. */
public sealed interface ServerName {

  /** Returns where the name is written. */
  Origin origin();

  /** Returns the name as {@code $server_name} shows it. */
  String written();

  /**
   * A name that is compared as a whole.
   *
   * @param name the name in lower case
   */
  record Exact(Origin origin, String name) implements ServerName {
    @Override
    public String written() {
      return name;
    }
  }

  /**
   * A name with an asterisk at its start or end, or a leading dot, which stands for the name itself
   * and {@code *.name}.
   *
   * @param written the name in lower case, for {@code .name} without the dot
   * @param pattern the name in lower case as written
   */
  record Wildcard(Origin origin, String written, String pattern) implements ServerName {}

  /**
   * {@code $hostname}: the name of the machine the server runs on.
   *
   * @see <a href="https://nginx.org/en/docs/http/server_names.html">Server names</a>
   */
  record Hostname(Origin origin) implements ServerName {
    @Override
    public String written() {
      return "$hostname";
    }
  }

  /**
   * A name given as a regular expression.
   *
   * @param written the name as written, the tilde included
   */
  record RegexName(Origin origin, String written, Pattern pattern) implements ServerName {}
}
