package org.redirlint.semantics.httpd.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of one site.
 *
 * @param files the lines of its virtual hosts, by {@link #HOST} and {@link #OTHER_HOST}, and of its
 *     .htaccess files, by the folder they lie in
 */
record RuleSet(Map<String, List<String>> files) {

  static final String HOST = "<VirtualHost>";

  /** A second host with the same files. */
  static final String OTHER_HOST = "<VirtualHost other>";

  RuleSet {
    files = Map.copyOf(files);
  }

  /** Tells whether a name is that of a virtual host. */
  static boolean isHost(String name) {
    return name.equals(HOST) || name.equals(OTHER_HOST);
  }

  /** Returns every rule set that lacks one of these lines. */
  List<RuleSet> smaller() {
    List<RuleSet> all = new ArrayList<>();
    files.forEach(
        (name, lines) -> {
          for (int i = 0; i < lines.size(); i++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            Map<String, List<String>> changed = new TreeMap<>(files);
            changed.put(name, fewer);
            all.add(new RuleSet(changed));
          }
        });
    return all;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, lines) -> {
              text.append("## ").append(isHost(name) ? name : "/" + name + ".htaccess");
              text.append('\n');
              lines.forEach(line -> text.append(line).append('\n'));
            });
    return text.toString();
  }
}
