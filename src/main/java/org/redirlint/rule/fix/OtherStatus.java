package org.redirlint.rule.fix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.TextEdit;

/** Puts another status into a directive that redirects. */
public final class OtherStatus {

  private static final String URL = "(?i)[a-z]+://.*|\\$scheme.*";

  private OtherStatus() {}

  /**
   * Returns what makes a directive redirect by another status.
   *
   * @param directive what redirects
   * @param status the new status
   * @return nothing if the directive cannot give it, or where it would have to stand is not known
   */
  public static Optional<Fix> of(LoadedDirective directive, int status) {
    return edit(directive, status).map(edit -> Fix.mending("redirect by " + status, List.of(edit)));
  }

  private static Optional<TextEdit> edit(LoadedDirective directive, int status) {
    if (directive.arguments().isEmpty()) {
      return Optional.empty();
    }
    return switch (directive.name().toLowerCase(Locale.ROOT)) {
      case "return" -> returned(directive, status);
      case "rewrite" -> rewritten(directive, status);
      case "redirect", "redirectmatch" -> aliased(directive, status);
      case "redirectpermanent", "redirecttemp" ->
          Optional.of(
              Words.instead(directive, directive.directive().keyword(), "Redirect " + status));
      case "rewriterule" -> ruled(directive, status);
      default -> Optional.empty();
    };
  }

  private static Optional<TextEdit> returned(LoadedDirective directive, int status) {
    Argument first = directive.arguments().get(0);
    return Optional.of(
        directive.arguments().size() == 1
            ? Words.before(directive, first, String.valueOf(status))
            : Words.instead(directive, first, String.valueOf(status)));
  }

  /**
   * nginx knows two statuses here.
   *
   * @see <a href="https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#rewrite">rewrite</a>
   */
  private static Optional<TextEdit> rewritten(LoadedDirective directive, int status) {
    List<Argument> words = directive.arguments();
    if (words.size() < 2 || (status != 301 && status != 302)) {
      return Optional.empty();
    }
    String flag = status == 301 ? "permanent" : "redirect";
    return Optional.of(
        words.size() == 2
            ? Words.after(directive, words.get(1), flag)
            : Words.instead(directive, words.get(2), flag));
  }

  private static Optional<TextEdit> aliased(LoadedDirective directive, int status) {
    Argument first = directive.arguments().get(0);
    boolean isStatus = first.value().matches("(?i)[0-9]{3}|permanent|temp|seeother");
    return Optional.of(
        isStatus
            ? Words.instead(directive, first, String.valueOf(status))
            : Words.before(directive, first, String.valueOf(status)));
  }

  /** Without the flag R, only a whole URL redirects. */
  private static Optional<TextEdit> ruled(LoadedDirective directive, int status) {
    String flag = "R=" + status;
    return Flags.replace(directive, "R", "redirect", flag)
        .or(
            () ->
                directive.argument(1).matches(URL) ? Flags.add(directive, flag) : Optional.empty());
  }
}
