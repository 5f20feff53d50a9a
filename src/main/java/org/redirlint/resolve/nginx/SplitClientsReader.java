package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.VariableDefinition;
import org.redirlint.model.nginx.VariableDefinition.Share;
import org.redirlint.model.nginx.VariableDefinition.SplitClients;

/** Reads {@code split_clients} (ngx_conf_split_clients_block). */
final class SplitClientsReader {

  private static final long ALL = 10_000;

  private SplitClientsReader() {}

  /** Reads the block. */
  static VariableDefinition read(Problems problems, LoadedDirective block) {
    List<Share> shares = new ArrayList<>();
    long sum = 0;
    for (LoadedDirective line : block.body()) {
      String part = line.name();
      if (part.equals("*")) {
        shares.add(new Share(0, line.argument(0)));
        continue;
      }
      if (!part.matches("[0-9]{1,3}(\\.[0-9]{1,2})?%")) {
        problems.add(line, "invalid percent value \"" + part + "\"");
        continue;
      }
      sum += Math.round(Double.parseDouble(part.substring(0, part.length() - 1)) * 100);
      if (sum > ALL) {
        problems.add(line, "percent total is greater than 100%");
        break;
      }
      shares.add(new Share(sum * 0xFFFFFFFFL / ALL, line.argument(0)));
    }
    TemplateReader templates = new TemplateReader(problems);
    return new SplitClients(
        block.origin(), templates.read(block, block.arguments().get(0)), shares);
  }
}
