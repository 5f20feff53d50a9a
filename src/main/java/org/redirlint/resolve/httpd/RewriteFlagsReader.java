package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.FlagList.Flag;
import org.redirlint.model.Template;
import org.redirlint.model.httpd.KnownStatuses;
import org.redirlint.model.httpd.RewriteRule.Flags;
import org.redirlint.model.httpd.RewriteRule.Switch;

/** Reads the flags of {@code RewriteRule} (cmd_rewriterule_setflag). */
final class RewriteFlagsReader {

  private static final int FOUND = 302;
  private static final int FORBIDDEN = 403;
  private static final int GONE = 410;
  private static final int MOST_ROUNDS = 32_000;

  private final Set<Switch> switches = EnumSet.noneOf(Switch.class);
  private final List<Template> variables = new ArrayList<>();
  private final List<Template> cookies = new ArrayList<>();
  private Optional<String> escaped = Optional.empty();
  private Optional<String> unescaped = Optional.empty();
  private Optional<Template> handler = Optional.empty();
  private int status = FOUND;
  private int skip;
  private int rounds = MOST_ROUNDS;
  private boolean ignoreCase;

  boolean has(Switch name) {
    return switches.contains(name);
  }

  void set(Switch name) {
    switches.add(name);
  }

  boolean ignoreCase() {
    return ignoreCase;
  }

  Flags flags() {
    return new Flags(
        switches, status, skip, rounds, escaped, unescaped, variables, cookies, handler);
  }

  void read(Flag flag) throws RefusedException {
    String value = flag.value();
    String name = flag.name().toLowerCase(Locale.ROOT);
    switch (name) {
      case "b", "backrefescaping" -> {
        set(Switch.ESCAPE_BACKREFERENCES);
        escaped = value.isEmpty() ? escaped : Optional.of(value);
      }
      case "bne" -> {
        if (value.isEmpty()) {
          throw new RefusedException(
              "RewriteRule: flag 'BNE' wants a list of characters (i.e. [BNE=...])");
        }
        unescaped = Optional.of(value);
      }
      case "bnp", "backrefernoplus" -> set(Switch.NO_PLUS);
      case "bctls" -> {
        set(Switch.ESCAPE_BACKREFERENCES);
        set(Switch.ESCAPE_CONTROLS);
      }
      case "c", "chain" -> set(Switch.CHAIN);
      case "co", "cookie" -> cookies.add(TemplateReader.read(value));
      case "e", "env" -> variables.add(TemplateReader.read(value));
      case "end" -> set(Switch.END);
      case "f", "forbidden" -> status(FORBIDDEN);
      case "g", "gone" -> status(GONE);
      case "h", "handler" -> handler = Optional.of(TemplateReader.read(value));
      case "l", "last" -> set(Switch.LAST);
      case "n", "next" -> {
        set(Switch.NEXT);
        rounds = value.isEmpty() ? rounds : (int) Texts.leadingNumber(value);
      }
      case "nc", "nocase" -> ignoreCase = true;
      case "ne", "noescape" -> set(Switch.NO_ESCAPE);
      case "ns", "nosubreq" -> set(Switch.NO_SUBREQUEST);
      case "p", "proxy" -> set(Switch.PROXY);
      case "pt", "passthrough" -> set(Switch.PASS_THROUGH);
      case "qsa", "qsappend" -> set(Switch.APPEND_QUERY);
      case "qsd", "qsdiscard" -> set(Switch.DISCARD_QUERY);
      case "qsl", "qslast" -> set(Switch.LAST_QUESTION_MARK);
      case "r", "redirect" -> redirect(value);
      case "s", "skip" -> skip = (int) Texts.leadingNumber(value);
      case "t", "type", "unc" -> {}
      case "unsafeallow3f" -> set(Switch.UNSAFE_ALLOW_3F);
      case "unsafeprefixstat" -> set(Switch.UNSAFE_PREFIX_STAT);
      default -> {
        if (!name.startsWith("d")) {
          throw new RefusedException("RewriteRule: unknown flag '" + flag.name() + "'");
        }
        set(Switch.DISCARD_PATH_INFO);
      }
    }
  }

  private void status(int code) {
    set(Switch.STATUS);
    status = code;
  }

  private void redirect(String value) throws RefusedException {
    set(Switch.REDIRECT);
    switch (value.toLowerCase(Locale.ROOT)) {
      case "" -> {}
      case "permanent" -> status = 301;
      case "temp" -> status = 302;
      case "seeother" -> status = 303;
      default -> {
        if (value.charAt(0) >= '0' && value.charAt(0) <= '9') {
          int code = (int) Texts.leadingNumber(value);
          if (!KnownStatuses.isKnown(code)) {
            throw new RefusedException(
                "RewriteRule: invalid HTTP response code '" + value + "' for flag 'R'");
          }
          status = code;
          if (code < 300 || code > 399) {
            set(Switch.STATUS);
          }
        }
      }
    }
  }
}
