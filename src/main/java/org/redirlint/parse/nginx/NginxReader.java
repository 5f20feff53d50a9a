package org.redirlint.parse.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.redirlint.parse.grammar.NginxLexer;
import org.redirlint.parse.grammar.NginxParser;
import org.redirlint.parse.tree.SyntaxErrors;
import org.redirlint.parse.tree.TreeBuilder;
import org.redirlint.parse.tree.WhiteSpace;
import org.redirlint.parse.tree.WordPool;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Reads an nginx file item by item. */
public final class NginxReader {

  /** A word must fit into nginx's buffer (NGX_CONF_BUFFER) together with the byte that ends it. */
  private static final int LONGEST_WORD = 4095;

  private final SourceFile source;
  private final TreeBuilder tree;
  private final TokenStream tokens;
  private final NginxParser parser;
  private final WordPool pool = new WordPool();

  private NginxReader(SourceFile source, TreeBuilder tree) {
    this.source = source;
    this.tree = tree;
    CharStream characters = CharStreams.fromString(source.text(), source.path());
    characters.seek(source.byteOrderMarkLength());
    this.tokens = new UnbufferedTokenStream<>(new NginxLexer(characters));
    this.parser = new NginxParser(tokens);
    parser.setBuildParseTree(false);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
  }

  /** Reads the whole file into the tree. */
  public static void read(SourceFile source, TreeBuilder tree) {
    new NginxReader(source, tree).read();
  }

  private void read() {
    while (tokens.LA(1) != Token.EOF) {
      int first = tokens.index();
      int window = tokens.mark();
      try {
        item(parser.item());
      } catch (ParseCancellationException notAnItem) {
        malformed(first);
      } finally {
        tokens.release(window);
      }
    }
    tree.end(block -> Problem.SYNTAX_ERROR);
  }

  private void item(NginxParser.ItemContext item) {
    if (item.read != null) {
      directive(item.read);
    } else if (item.said != null) {
      tree.add(comment(item.getStart()));
    } else {
      close(item.getStart());
    }
  }

  private void directive(NginxParser.DirectiveContext directive) {
    Argument keyword = argument(directive.words.get(0));
    List<Argument> arguments = new ArrayList<>(directive.words.size());
    List<Comment> comments = List.of();
    for (Token word : directive.words.subList(1, directive.words.size())) {
      if (word.getType() == NginxLexer.COMMENT) {
        comments = comments.isEmpty() ? new ArrayList<>() : comments;
        comments.add(comment(word));
      } else {
        arguments.add(argument(word));
      }
    }
    Token end = directive.end;
    Span span = keyword.span().to(span(end));
    Optional<Argument> tooLong = tooLong(arguments);
    if (tooLong.isPresent()) {
      tree.problem(tooLong.get().span(), SyntaxErrors.tooLong(LONGEST_WORD));
      if (end.getType() == NginxLexer.OPEN) {
        tree.openMalformed(span, keyword.value());
      } else {
        tree.addMalformed(span);
      }
      return;
    }
    switch (end.getType()) {
      case NginxLexer.OPEN ->
          tree.open(
              keyword, arguments, comments, new Delimiter(span(end), pool.share(end.getText())));
      case NginxLexer.SEMICOLON ->
          tree.add(
              new SimpleDirective(span, keyword, arguments, comments, pool.share(end.getText())));
      default -> {
        arguments.add(argument(end));
        tree.add(new SimpleDirective(span, keyword, arguments, comments, ""));
      }
    }
  }

  private static Optional<Argument> tooLong(List<Argument> arguments) {
    for (Argument argument : arguments) {
      int quotes = argument.quoting() == Quoting.BARE ? 0 : 2;
      if (argument.span().length() - quotes > LONGEST_WORD) {
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }

  private void close(Token brace) {
    if (tree.isOpen()) {
      tree.close(new Delimiter(span(brace), pool.share(brace.getText())));
    } else {
      tree.addMalformed(span(brace), span(brace), SyntaxErrors.nothingToClose(brace.getText()));
    }
  }

  /** Says what is wrong with the item that begins with a token, and goes on behind it. */
  private void malformed(int first) {
    Token start = tokens.get(first);
    Token found = tokens.LT(1);
    boolean atStart = found == start;
    Token last = atStart ? start : tokens.get(tokens.index() - 1);
    Span afterLast = new Span(span(last).end(), span(last).end());
    switch (found.getType()) {
      case NginxLexer.GLUED -> {
        String text = found.getText();
        Span behindQuote = new Span(span(found).end() - 1, span(found).end());
        tree.problem(behindQuote, SyntaxErrors.glued(text.substring(text.length() - 1)));
        skipDirective(start);
      }
      case NginxLexer.UNTERMINATED -> {
        tokens.consume();
        Span quote = new Span(span(found).start(), span(found).start() + 1);
        tree.addMalformed(
            span(start).to(span(found)), quote, SyntaxErrors.unterminated(source.text(quote)));
      }
      case NginxLexer.CLOSE ->
          tree.addMalformed(
              span(start).to(span(last)),
              afterLast,
              SyntaxErrors.unfinished(start.getText(), "\";\"", SyntaxErrors.quote("}")));
      case Token.EOF ->
          tree.addMalformed(
              new Span(
                  span(start).start(),
                  Math.max(afterLast.end(), WhiteSpace.trimmedEnd(source.text(), source.length()))),
              afterLast,
              SyntaxErrors.unfinished(start.getText(), "\";\" or \"{\"", SyntaxErrors.endOfFile()));
      default -> {
        tree.problem(
            span(found),
            atStart
                ? SyntaxErrors.noDirective(SyntaxErrors.quote(found.getText()))
                : SyntaxErrors.unfinished(
                    start.getText(), "\";\" or \"{\"", SyntaxErrors.quote(found.getText())));
        skipDirective(start);
      }
    }
  }

  /** Skips a directive whose mistake has been told; a block's body is read all the same. */
  private void skipDirective(Token start) {
    Token last = start;
    while (tokens.LA(1) != Token.EOF && tokens.LA(1) != NginxLexer.CLOSE) {
      last = tokens.LT(1);
      tokens.consume();
      if (last.getType() == NginxLexer.SEMICOLON) {
        break;
      }
      if (last.getType() == NginxLexer.OPEN) {
        tree.openMalformed(span(start).to(span(last)), start.getText());
        return;
      }
    }
    tree.addMalformed(span(start).to(span(last)));
  }

  private static Comment comment(Token token) {
    String text = token.getText();
    String raw = text.substring(0, WhiteSpace.trimmedEnd(text, text.length()));
    return new Comment(new Span(token.getStartIndex(), token.getStartIndex() + raw.length()), raw);
  }

  private Argument argument(Token token) {
    String raw = pool.share(token.getText());
    return switch (token.getType()) {
      case NginxLexer.DOUBLE -> quoted(token, raw, Quoting.DOUBLE);
      case NginxLexer.SINGLE -> quoted(token, raw, Quoting.SINGLE);
      case NginxLexer.LUA_BLOCK ->
          new Argument(span(token), raw, raw.substring(1, raw.length() - 1), Quoting.VERBATIM);
      case NginxLexer.BY_LUA ->
          new Argument(span(token), raw, raw.replaceAll("[\"']", ""), Quoting.BARE);
      default -> new Argument(span(token), raw, unescape(raw), Quoting.BARE);
    };
  }

  private static Argument quoted(Token token, String raw, Quoting quoting) {
    return new Argument(span(token), raw, unescape(raw.substring(1, raw.length() - 1)), quoting);
  }

  private static Span span(Token token) {
    return new Span(
        token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
  }

  /**
   * Resolves the escapes nginx knows in every word: quotes, backslash, {@code \t \r \n}; any other
   * backslash stays.
   */
  private static String unescape(String word) {
    if (word.indexOf('\\') < 0) {
      return word;
    }
    StringBuilder value = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
      char meant =
          switch (next) {
            case '"', '\'', '\\' -> next;
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'n' -> '\n';
            default -> 0;
          };
      if (c == '\\' && meant != 0) {
        value.append(meant);
        i++;
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
