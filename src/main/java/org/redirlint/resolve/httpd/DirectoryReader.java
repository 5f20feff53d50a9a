package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.model.httpd.DirectoryContext;
import org.redirlint.model.httpd.DirectoryContext.Fallback;
import org.redirlint.model.httpd.DirectoryContext.IndexRedirect;

/** Reads directives of mod_dir in one place of the configuration. */
final class DirectoryReader {

  private Optional<List<String>> index = Optional.empty();
  private Optional<Boolean> slash = Optional.empty();
  private Optional<IndexRedirect> indexRedirect = Optional.empty();
  private Optional<Fallback> fallback = Optional.empty();
  private Optional<Boolean> checkHandler = Optional.empty();

  /** Returns what was read. */
  DirectoryContext context() {
    return new DirectoryContext(index, slash, indexRedirect, fallback, checkHandler);
  }

  /** Reads a directive; tells whether it is one of these. */
  boolean read(Statement statement) throws RefusedException {
    switch (statement.name()) {
      case "directoryindex" -> index = Optional.of(names(statement.arguments()));
      case "directoryslash" -> slash = Optional.of(statement.isOn());
      case "directorycheckhandler" -> checkHandler = Optional.of(statement.isOn());
      case "directoryindexredirect" ->
          indexRedirect =
              Optional.of(new IndexRedirect(statement.origin(), status(statement.argument(0))));
      case "fallbackresource" -> {
        boolean disabled = statement.argument(0).equalsIgnoreCase("disabled");
        Optional<String> resource =
            disabled ? Optional.empty() : Optional.of(statement.argument(0));
        fallback = Optional.of(new Fallback(statement.origin(), resource));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private List<String> names(List<String> words) {
    if (words.size() == 1 && words.get(0).equalsIgnoreCase("disabled")) {
      return List.of();
    }
    List<String> names = new ArrayList<>(index.orElse(List.of()));
    names.addAll(words);
    return List.copyOf(names);
  }

  /** The words and numbers of DirectoryIndexRedirect (configure_index_redirect). */
  private static OptionalInt status(String word) throws RefusedException {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "off" -> OptionalInt.empty();
      case "on", "temp" -> OptionalInt.of(302);
      case "permanent" -> OptionalInt.of(301);
      case "seeother" -> OptionalInt.of(303);
      default -> OptionalInt.of(number(word));
    };
  }

  private static int number(String word) throws RefusedException {
    if (word.isEmpty() || word.charAt(0) < '0' || word.charAt(0) > '9') {
      throw new RefusedException("DirectoryIndexRedirect ON|OFF|permanent|temp|seeother|3xx");
    }
    long status = Texts.leadingNumber(word);
    if (status < 300 || status > 399) {
      throw new RefusedException("DirectoryIndexRedirect only accepts values between 300 and 399");
    }
    return (int) status;
  }
}
