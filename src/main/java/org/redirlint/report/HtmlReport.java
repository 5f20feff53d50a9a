package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.source.Origin;
import org.redirlint.source.Position;

/** A page for browsers that needs no other file and runs no script. */
public final class HtmlReport implements Report {

  /** Longer lines are cut. */
  private static final int LONGEST_LINE = 400;

  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;"
          + "color:#1b1b1b;background:#fff}h1{font-size:1.6rem}h2{font-size:1.1rem;margin-top:2rem}"
          + "h2,code,pre{font-family:ui-monospace,monospace}pre{background:#f3f3f3;padding:.5rem;"
          + "overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid #ccc;"
          + "padding:.2rem .6rem;text-align:left}article{border-left:.3rem solid #777;"
          + "padding-left:1rem;margin:1rem 0}article.error{border-color:#b00020}"
          + "article.warning{border-color:#a05a00}article.info{border-color:#00639b}"
          + "li{overflow-wrap:anywhere}@media(prefers-color-scheme:dark){body{color:#e6e6e6;"
          + "background:#1b1b1b}pre{background:#2b2b2b}}";

  @Override
  public void write(CheckResult result, Writer out) throws IOException {
    Markup html = new Markup(out);
    html.documentType("<!DOCTYPE html>");
    html.start("html").attribute("lang", "en").line();
    writeHead(html);
    html.start("body").line().element("h1", "What redirlint found").line();
    html.element("p", counts(result)).line();
    writeVerdicts(result, html);
    for (FileFindings file : FileFindings.of(result)) {
      html.start("section").line().element("h2", file.path()).line();
      for (Diagnostic diagnostic : file.diagnostics()) {
        write(diagnostic, html);
      }
      html.end().line();
    }
    html.element("footer", "redirlint " + ToolVersion.current()).line();
    html.end().line().end().line().finish();
  }

  private static void writeHead(Markup html) throws IOException {
    html.start("head").line();
    html.empty("meta").attribute("charset", "UTF-8").line();
    html.empty("meta")
        .attribute("http-equiv", "Content-Security-Policy")
        .attribute("content", "default-src 'none'; style-src 'unsafe-inline'")
        .line();
    html.empty("meta")
        .attribute("name", "viewport")
        .attribute("content", "width=device-width, initial-scale=1")
        .line();
    html.element("title", "redirlint").line().element("style", STYLE).line();
    html.end().line();
  }

  private static String counts(CheckResult result) {
    return "Files: %d, errors: %d, warnings: %d, info: %d."
        .formatted(
            result.files(),
            result.count(Severity.ERROR),
            result.count(Severity.WARNING),
            result.count(Severity.INFO));
  }

  private static void writeVerdicts(CheckResult result, Markup html) throws IOException {
    if (result.verdicts().isEmpty()) {
      return;
    }
    html.start("table").line().start("tr");
    html.element("th", "Site").element("th", "Redirects").element("th", "Longest chain");
    html.element("th", "Why").end().line();
    for (SiteVerdict verdict : result.verdicts()) {
      html.start("tr");
      html.element("td", verdict.scope()).element("td", verdict.verdict().word());
      String longest =
          verdict.longestChain().isPresent()
              ? String.valueOf(verdict.longestChain().getAsInt())
              : "";
      html.element("td", longest).element("td", verdict.reason().orElse(""));
      html.end().line();
    }
    html.end().line();
  }

  private static void write(Diagnostic diagnostic, Markup html) throws IOException {
    Position start = diagnostic.origin().start();
    String severity = diagnostic.severity().label();
    html.start("article").attribute("class", severity).line();
    html.start("p").element("strong", severity.toUpperCase(Locale.ROOT));
    html.text(" line %d, column %d: ".formatted(start.line(), start.column()));
    html.text(diagnostic.message() + " ").element("code", diagnostic.rule().id()).end().line();
    html.element("pre", line(diagnostic.origin(), start)).line();
    html.start("ul").line().element("li", "why: " + diagnostic.rule().why()).line();
    for (Note note : Note.of(diagnostic)) {
      html.element("li", note.toString()).line();
    }
    html.end().line().end().line();
  }

  private static String line(Origin origin, Position start) {
    String line = origin.file().line(start.line());
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }
}
