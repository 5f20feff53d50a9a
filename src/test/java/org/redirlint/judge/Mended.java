package org.redirlint.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Directive;
import org.redirlint.ast.Node;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * A configuration without what the server here does not know, and the names of what was left out.
 *
 * @param text what is left
 * @param without the directives that were left out
 */
record Mended(String text, List<String> without) {

  private static final Pattern NGINX_LINE = Pattern.compile("\\[emerg\\] (.*) in \\S+:(\\d+)");
  private static final Pattern NGINX_VARIABLE = Pattern.compile("unknown \"(\\w+)\" variable");
  private static final Pattern HTTPD_LINE =
      Pattern.compile("Syntax error on line (\\d+) of \\S+:\\s*(.*)", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  Mended {
    without = List.copyOf(without);
  }

  /**
   * Returns the configuration without what the server refuses; empty if its words do not tell.
   *
   * @param refusal what the server says
   * @param before how many lines of the server's file stand before this text
   */
  Optional<Mended> after(String refusal, Dialect dialect, int before) {
    Matcher variable = NGINX_VARIABLE.matcher(refusal);
    if (dialect == Dialect.NGINX && variable.find()) {
      String map = "map \"\" $" + variable.group(1) + " { default \"\"; }\n";
      return Optional.of(new Mended(map + text, more("$" + variable.group(1))));
    }
    Matcher line = (dialect == Dialect.NGINX ? NGINX_LINE : HTTPD_LINE).matcher(refusal);
    if (!line.find()) {
      return Optional.empty();
    }
    boolean nginx = dialect == Dialect.NGINX;
    int number = Integer.parseInt(line.group(nginx ? 2 : 1)) - before;
    return directive(number, line.group(nginx ? 1 : 2), nginx ? Dialect.NGINX : Dialect.HTTPD)
        .map(directive -> without(directive));
  }

  private Mended without(Directive directive) {
    TextEdits edits = new TextEdits();
    edits.replace(directive.span(), "");
    return new Mended(edits.apply(text, new Span(0, text.length())), more(directive.name()));
  }

  private List<String> more(String name) {
    List<String> more = new ArrayList<>(without);
    more.add(name);
    return more;
  }

  /** Of the directives on a line, the one the server names, or else the last one. */
  private Optional<Directive> directive(int line, String words, Dialect dialect) {
    List<String> names = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(words);
    while (quoted.find()) {
      names.add(quoted.group(1));
    }
    SourceFile source = SourceFile.of("judged.conf", text);
    List<Directive> there = new ArrayList<>();
    collect(ConfigurationParser.parse(source, dialect).document().nodes(), source, line, there);
    return there.stream()
        .filter(directive -> names.contains(directive.name()))
        .findFirst()
        .or(() -> there.isEmpty() ? Optional.empty() : Optional.of(there.get(there.size() - 1)));
  }

  private static void collect(
      List<Node> nodes, SourceFile source, int line, List<Directive> there) {
    for (Node node : nodes) {
      if (node instanceof Directive directive) {
        Span head = directive instanceof BlockDirective block ? block.header() : directive.span();
        int first = source.position(head.start()).line();
        int last = source.position(Math.max(head.start(), head.end() - 1)).line();
        if (first <= line && line <= last) {
          there.add(directive);
        }
        if (directive instanceof BlockDirective block) {
          collect(block.body(), source, line, there);
        }
      }
    }
  }
}
