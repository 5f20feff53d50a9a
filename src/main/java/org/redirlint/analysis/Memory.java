package org.redirlint.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;

/**
 * Remembers what operations on languages came to. Ways through a configuration have most of their
 * tests in common, so that the same languages meet again and again.
 */
final class Memory {

  private final Map<Operation, Object> results = new HashMap<>();
  private final Map<String, Language> texts = new HashMap<>();

  /** An operation on one or two operands, which are told apart by what they are, not as sets. */
  private record Operation(String name, Object left, Object right) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Operation operation
          && operation.name.equals(name)
          && same(operation.left, left)
          && same(operation.right, right);
    }

    /** Two transducers or expressions may be equal; languages are compared by identity alone. */
    private static boolean same(Object one, Object two) {
      return one == two || (!(one instanceof Language) && one.equals(two));
    }

    @Override
    public int hashCode() {
      return (name.hashCode() * 31 + hash(left)) * 31 + hash(right);
    }

    private static int hash(Object operand) {
      return operand instanceof Language ? System.identityHashCode(operand) : operand.hashCode();
    }
  }

  Language of(String text) {
    return texts.computeIfAbsent(text, Language::of);
  }

  Language intersect(Language left, Language right) {
    return recall("intersect", left, right, () -> left.intersect(right));
  }

  Language minus(Language left, Language right) {
    return recall("minus", left, right, () -> left.minus(right));
  }

  Language concatenate(Language left, Language right) {
    return recall("concatenate", left, right, () -> left.concatenate(right));
  }

  Language image(Language language, Transducer transducer) {
    return recall("image", language, transducer, () -> language.image(transducer));
  }

  Language preimage(Language language, Transducer transducer) {
    return recall("preimage", language, transducer, () -> language.preimage(transducer));
  }

  boolean includes(Language left, Language right) {
    return recall("includes", left, right, () -> left.includes(right));
  }

  LanguageMatch match(Regex regex, Language subject) {
    return recall("match", regex, subject, () -> regex.match(subject));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // An operation has one type.
  private <T> T recall(String name, Object left, Object right, Supplier<T> operation) {
    Operation key = new Operation(name, left, right);
    Object known = results.get(key);
    if (known == null) {
      known = operation.get();
      results.put(key, known);
    }
    return (T) known;
  }
}
