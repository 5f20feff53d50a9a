package org.redirlint.parse.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.redirlint.ast.Argument;
import org.redirlint.ast.BlockDirective.Delimiter;
import org.redirlint.ast.Comment;
import org.redirlint.ast.Quoting;
import org.redirlint.ast.SimpleDirective;
import org.redirlint.diagnostic.Problem;
import org.redirlint.parse.grammar.HttpdLexer;
import org.redirlint.parse.grammar.HttpdParser;
import org.redirlint.parse.tree.SyntaxErrors;
import org.redirlint.parse.tree.TreeBuilder;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Reads an httpd configuration file or an {@code .htaccess} file item by item. */
public final class HttpdReader {

  private static final String MACRO = "Macro";
  private static final Set<String> CONDITIONAL =
      Set.of("ifmodule", "ifdefine", "ifversion", "iffile", "ifdirective", "ifsection");
  private static final Pattern GROWN_TOGETHER =
      Pattern.compile("(?is)(Rewrite(?:Rule|Cond))([^a-z0-9_].*)");

  private final SourceFile source;
  private final TreeBuilder tree;
  private final Words words;
  private final TokenStream tokens;
  private final HttpdParser parser;

  private HttpdReader(SourceFile source, TreeBuilder tree) {
    this.source = source;
    this.tree = tree;
    this.words = new Words(source);
    CharStream characters = CharStreams.fromString(source.text(), source.path());
    characters.seek(source.byteOrderMarkLength());
    this.tokens = new UnbufferedTokenStream<>(new HttpdLexer(characters));
    this.parser = new HttpdParser(tokens);
    parser.setBuildParseTree(false);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
  }

  /** Reads the whole file into the tree. */
  public static void read(SourceFile source, TreeBuilder tree) {
    new HttpdReader(source, tree).read();
  }

  private void read() {
    while (tokens.LA(1) != Token.EOF) {
      Token first = tokens.LT(1);
      int window = tokens.mark();
      try {
        item(parser.item());
      } catch (ParseCancellationException notAnItem) {
        sectionWithoutBracket(first);
      } finally {
        tokens.release(window);
      }
    }
    tree.end(HttpdReader::ruleForUnclosed);
  }

  /** httpd reads on to the end of the file in a conditional section whose condition holds. */
  private static String ruleForUnclosed(String section) {
    return CONDITIONAL.contains(section.toLowerCase(Locale.ROOT))
        ? Problem.UNCLOSED_SECTION
        : Problem.SYNTAX_ERROR;
  }

  private void item(HttpdParser.ItemContext item) {
    if (item.read != null) {
      directive(item.read);
    } else if (item.opened != null) {
      sectionStart(item.opened);
    } else if (item.said != null) {
      Span span = words.trimmed(span(item.getStart()));
      tree.add(new Comment(span, source.text(span)));
    } else {
      sectionEnd(words.trimmed(span(item.getStart())));
    }
  }

  private void directive(HttpdParser.DirectiveContext directive) {
    Argument keyword = words.core(span(directive.name));
    boolean rewrite = directive.name.getType() == HttpdLexer.REWRITE_NAME;
    Matcher grownTogether = GROWN_TOGETHER.matcher(keyword.value());
    List<Argument> arguments = new ArrayList<>(directive.words.size());
    for (Token word : directive.words) {
      arguments.add(rewrite ? words.rewrite(span(word)) : words.core(span(word)));
    }
    Span span =
        arguments.isEmpty()
            ? keyword.span()
            : keyword.span().to(arguments.get(arguments.size() - 1).span());
    if (grownTogether.matches()) {
      String name = grownTogether.group(1);
      int behind = keyword.span().start() + name.length();
      tree.addMalformed(
          span,
          new Span(behind, Math.max(behind, keyword.span().end())),
          SyntaxErrors.noSpaceAfterName(name, grownTogether.group(2)));
    } else {
      tree.add(new SimpleDirective(span, keyword, arguments, List.of(), ""));
    }
  }

  private void sectionStart(HttpdParser.SectionStartContext section) {
    List<Argument> arguments = new ArrayList<>(section.words.size());
    for (Token word : section.words) {
      addSectionArgument(arguments, words.core(span(word)));
    }
    Argument keyword = sectionKeyword(section.name);
    Span bracket = words.trimmed(span(section.end));
    if (keyword.value().isEmpty()) {
      tree.problem(keyword.span(), SyntaxErrors.noSectionName());
      String name = arguments.isEmpty() ? "" : arguments.get(0).value();
      tree.openMalformed(keyword.span().to(bracket), name);
    } else {
      tree.open(keyword, arguments, List.of(), new Delimiter(bracket, source.text(bracket)));
    }
  }

  /** A {@code >} inside a word cuts it for the lexer, not for httpd. */
  private static void addSectionArgument(List<Argument> arguments, Argument argument) {
    Argument last = arguments.isEmpty() ? argument : arguments.get(arguments.size() - 1);
    boolean continues =
        argument.raw().startsWith(">")
            && last.quoting() == Quoting.BARE
            && last.span().end() == argument.span().start();
    if (continues) {
      arguments.set(
          arguments.size() - 1,
          new Argument(
              last.span().to(argument.span()),
              last.raw() + argument.raw(),
              last.value() + argument.value(),
              Quoting.BARE));
    } else {
      arguments.add(argument);
    }
  }

  private Argument sectionKeyword(Token token) {
    Span span = words.trimmed(span(token));
    String raw = source.text(span);
    return new Argument(span, raw, Words.join(raw).substring(1), Quoting.BARE);
  }

  private void sectionWithoutBracket(Token first) {
    Argument keyword = sectionKeyword(first);
    while (tokens.LA(1) != HttpdLexer.END_OF_LINE && tokens.LA(1) != Token.EOF) {
      tokens.consume();
    }
    Token last = tokens.LT(-1);
    Span line = keyword.span().to(words.trimmed(span(last)));
    if (tokens.LA(1) == HttpdLexer.END_OF_LINE) {
      tokens.consume();
    }
    tree.problem(new Span(line.end(), line.end()), SyntaxErrors.noBracket(keyword.value()));
    tree.openMalformed(line, keyword.value());
  }

  private void sectionEnd(Span line) {
    String raw = source.text(line);
    String word = Words.join(raw).split("[ \t\r\f\u000B]", 2)[0];
    boolean bracket = word.endsWith(">");
    String name = word.substring(2, bracket ? word.length() - 1 : word.length());
    String expected = tree.openName().orElse("");
    if (!tree.isOpen()) {
      tree.addMalformed(line, line, SyntaxErrors.nothingToClose(word));
    } else if (name.equalsIgnoreCase(expected) && bracket) {
      tree.close(new Delimiter(line, raw));
    } else if (tree.isOpen(MACRO)) {
      closeInMacro(line, name);
    } else {
      closeWrongly(line, word, name, bracket);
    }
  }

  /** A macro's lines are only text until it is used: its sections need not be balanced. */
  private void closeInMacro(Span line, String name) {
    if (name.equalsIgnoreCase(MACRO)) {
      closeUntil(name, line.start());
      tree.close(new Delimiter(line, source.text(line)));
    } else {
      tree.addMalformed(line);
    }
  }

  private void closeWrongly(Span line, String word, String name, boolean bracket) {
    String expected = tree.openName().orElseThrow();
    String raw = source.text(line);
    tree.problem(
        line,
        bracket
            ? SyntaxErrors.wrongClosingTag(expected, word)
            : SyntaxErrors.noClosingBracket(raw.substring(Math.min(raw.length(), word.length()))),
        tree.opening());
    // The tag closes the section it names; one that names none is a misspelt tag of the innermost.
    if (tree.isOpen(name)) {
      closeUntil(name, line.start());
    }
    tree.addMalformed(line);
    tree.closeMissing(line.end());
  }

  private void closeUntil(String name, int offset) {
    while (!name.equalsIgnoreCase(tree.openName().orElseThrow())) {
      tree.closeMissing(offset);
    }
  }

  private static Span span(Token token) {
    return new Span(
        token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
  }
}
