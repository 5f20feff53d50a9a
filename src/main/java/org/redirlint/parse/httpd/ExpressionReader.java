package org.redirlint.parse.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.Expression.Backreference;
import org.redirlint.model.httpd.Expression.Call;
import org.redirlint.model.httpd.Expression.Literal;
import org.redirlint.model.httpd.Expression.Piece;
import org.redirlint.model.httpd.Expression.Reading;
import org.redirlint.model.httpd.Expression.Text;
import org.redirlint.model.httpd.Expression.Variable;
import org.redirlint.model.httpd.RegexOptions;
import org.redirlint.parse.grammar.HttpdExpressionLexer;
import org.redirlint.parse.grammar.HttpdExpressionParser;
import org.redirlint.parse.grammar.HttpdExpressionParser.ComparisonContext;
import org.redirlint.parse.grammar.HttpdExpressionParser.ConjunctionContext;
import org.redirlint.parse.grammar.HttpdExpressionParser.DisjunctionContext;
import org.redirlint.parse.grammar.HttpdExpressionParser.NegationContext;
import org.redirlint.parse.grammar.HttpdExpressionParser.PartContext;
import org.redirlint.parse.grammar.HttpdExpressionParser.PieceContext;
import org.redirlint.parse.grammar.HttpdExpressionParser.TestContext;
import org.redirlint.parse.grammar.HttpdExpressionParser.WordContext;
import org.redirlint.regex.Regex;
import org.redirlint.regex.RegexSyntaxException;

/**
 * Reads httpd's expressions.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/expr.html">Expressions in Apache HTTP Server</a>
 */
public final class ExpressionReader implements Expression.Reader {

  /** Longer lines no server reads. */
  private static final int LONGEST = 1 << 16;

  private static final int DEEPEST = 200;
  private static final Map<String, String> NUMBER_OPERATORS =
      Map.of("eq", "-eq", "ne", "-ne", "lt", "-lt", "le", "-le", "gt", "-gt", "ge", "-ge");
  private static final Set<String> BINARY_OPERATORS =
      Set.of("-ipmatch", "-strmatch", "-strcmatch", "-fnmatch");

  @Override
  public Reading condition(String source) {
    try {
      HttpdExpressionParser parser = parser(source, HttpdExpressionLexer.DEFAULT_MODE);
      return new Reading(Optional.of(disjunction(parser.condition().holds)), Optional.empty(), "");
    } catch (ParseCancellationException refused) {
      return refused(source);
    }
  }

  @Override
  public Reading text(String source) {
    try {
      HttpdExpressionParser parser = parser(source, HttpdExpressionLexer.TEXT);
      return new Reading(Optional.empty(), Optional.of(new Text(pieces(parser.text().pieces))), "");
    } catch (ParseCancellationException refused) {
      return refused(source);
    }
  }

  private static Reading refused(String source) {
    return new Reading(
        Optional.empty(), Optional.empty(), "syntax error in expression \"" + source + "\"");
  }

  private static HttpdExpressionParser parser(String source, int mode) {
    long nested = source.chars().filter(c -> c == '(' || c == '!' || c == '{').count();
    if (source.length() > LONGEST || nested > DEEPEST) {
      throw new ParseCancellationException();
    }
    HttpdExpressionLexer lexer = new HttpdExpressionLexer(CharStreams.fromString(source));
    lexer.removeErrorListeners();
    lexer.mode(mode);
    HttpdExpressionParser parser = new HttpdExpressionParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    return parser;
  }

  private static Expression disjunction(DisjunctionContext context) {
    Expression all = conjunction(context.operands.get(0));
    for (ConjunctionContext next : context.operands.subList(1, context.operands.size())) {
      all = new Expression.Or(all, conjunction(next));
    }
    return all;
  }

  private static Expression conjunction(ConjunctionContext context) {
    Expression all = negation(context.operands.get(0));
    for (NegationContext next : context.operands.subList(1, context.operands.size())) {
      all = new Expression.And(all, negation(next));
    }
    return all;
  }

  private static Expression negation(NegationContext context) {
    return context.operand != null
        ? new Expression.Not(negation(context.operand))
        : test(context.basic);
  }

  private static Expression test(TestContext context) {
    if (context.inside != null) {
      return disjunction(context.inside);
    }
    if (context.constant != null) {
      return new Expression.Constant(context.constant.getType() == HttpdExpressionLexer.TRUE);
    }
    if (context.unary != null) {
      char operator = context.unary.getText().charAt(1);
      Text operand = word(context.operand);
      if ("defslLhxFUAnzTR".indexOf(operator) < 0
          || (operator == 'R' && !ExpressionNames.isNetwork(operand))) {
        throw new ParseCancellationException();
      }
      return new Expression.UnaryTest(operator, operand);
    }
    return comparison(word(context.left), context.comparison());
  }

  private static Expression comparison(Text left, ComparisonContext context) {
    if (context.match != null) {
      return new Expression.RegexTest(
          left, regex(context.regex), context.match.getType() == HttpdExpressionLexer.NOT_MATCH);
    }
    if (context.operator == null) {
      List<Text> members = new ArrayList<>();
      context.members.forEach(member -> members.add(word(member)));
      return new Expression.Membership(left, members);
    }
    String operator = context.operator.getText();
    Text right = word(context.right);
    if (context.operator.getType() == HttpdExpressionLexer.BINARY_OPERATOR) {
      if (!BINARY_OPERATORS.contains(operator)
          || (operator.equals("-ipmatch") && !ExpressionNames.isNetwork(right))) {
        throw new ParseCancellationException();
      }
      return new Expression.BinaryTest(operator, left, right);
    }
    String plain = operator.equals("=") ? "==" : NUMBER_OPERATORS.getOrDefault(operator, operator);
    return new Expression.Comparison(plain, left, right);
  }

  private static Regex regex(Token token) {
    String written = token.getText();
    String text = written.startsWith("m") ? written.substring(1) : written;
    char delimiter = text.charAt(0);
    int end = text.lastIndexOf(delimiter);
    String pattern = text.substring(1, end).replace("\\" + delimiter, String.valueOf(delimiter));
    String flags = text.substring(end + 1);
    String options = (flags.contains("s") ? "s" : "") + (flags.contains("m") ? "m" : "");
    try {
      return RegexOptions.compile(
          options.isEmpty() ? pattern : "(?" + options + ")" + pattern, flags.contains("i"));
    } catch (RegexSyntaxException refused) {
      throw new ParseCancellationException(refused);
    }
  }

  private static Text word(WordContext context) {
    List<Piece> pieces = new ArrayList<>();
    for (PartContext part : context.parts) {
      if (part.digits != null) {
        pieces.add(new Literal(part.digits.getText()));
      } else if (part.function != null) {
        pieces.add(call(part.function.getText(), word(part.argument)));
      } else if (part.single != null) {
        pieces.add(piece(part.single));
      } else {
        pieces.addAll(pieces(part.pieces));
      }
    }
    return new Text(pieces);
  }

  private static List<Piece> pieces(List<PieceContext> contexts) {
    List<Piece> pieces = new ArrayList<>();
    contexts.forEach(context -> pieces.add(piece(context)));
    return pieces;
  }

  private static Piece piece(PieceContext context) {
    if (context.literal != null) {
      return new Literal(unescaped(context.literal.getText()));
    }
    if (context.reference != null) {
      return new Backreference(context.reference.getText().charAt(1) - '0');
    }
    String name = context.name.getText();
    if (context.COLON() != null) {
      return call(name, new Text(pieces(context.pieces)));
    }
    if (!ExpressionNames.isVariable(name)) {
      throw new ParseCancellationException();
    }
    return new Variable(name.toUpperCase(Locale.ROOT));
  }

  private static Call call(String name, Text argument) {
    if (!ExpressionNames.isFunction(name)) {
      throw new ParseCancellationException();
    }
    return new Call(name.toLowerCase(Locale.ROOT), argument);
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        int known = "nrtbf".indexOf(next);
        plain.append(known < 0 ? next : "\n\r\t\b\f".charAt(known));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
