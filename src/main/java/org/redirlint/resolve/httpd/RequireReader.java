package org.redirlint.resolve.httpd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redirlint.model.httpd.Access.Require;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.KnownMethods;

/** Reads {@code Require}; what a module that is not known here asks for, nobody refuses. */
final class RequireReader {

  private RequireReader() {}

  /**
   * Reads a requirement.
   *
   * @param around the section it stands in, as written; {@code <RequireAny>} if in none
   * @throws RefusedException if httpd refuses it
   */
  static Require read(Statement statement, Expression.Reader expressions, String around)
      throws RefusedException {
    List<String> words = statement.arguments();
    boolean negated = statement.argument(0).equalsIgnoreCase("not");
    List<String> rest = negated ? words.subList(1, words.size()) : words;
    if (rest.isEmpty()) {
      throw new RefusedException("Unknown Authz provider:");
    }
    String kind = rest.get(0).toLowerCase(Locale.ROOT);
    List<String> arguments = rest.subList(1, rest.size());
    Optional<Expression> expression = Optional.empty();
    switch (kind) {
      case "all" -> refuseAll(arguments);
      case "ip" -> AddressRefusals.refuseAddresses(arguments);
      case "method" -> refuseMethods(arguments);
      case "expr" -> {
        expression = expressions.condition(String.join(" ", arguments)).condition();
        if (expression.isEmpty()) {
          throw new RefusedException("Cannot parse expression in require line");
        }
      }
      default -> {}
    }
    if (negated && !around.equalsIgnoreCase("<RequireAll>")) {
      throw new RefusedException(
          "negative Require directive has no effect in " + around + " directive");
    }
    return new Require(statement.origin(), kind, arguments, negated, expression);
  }

  private static void refuseAll(List<String> arguments) throws RefusedException {
    String word = String.join(" ", arguments);
    if (!word.equalsIgnoreCase("granted") && !word.equalsIgnoreCase("denied")) {
      throw new RefusedException("Argument for 'Require all' must be 'granted' or 'denied'");
    }
  }

  private static void refuseMethods(List<String> arguments) throws RefusedException {
    for (String method : arguments) {
      if (!KnownMethods.NAMES.contains(method)
          && !method.equals("HEAD")
          && !method.equals("TRACE")) {
        throw new RefusedException("Invalid Method '" + method + "'");
      }
    }
  }
}
