package org.redirlint.regex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.redirlint.regex.automaton.Automata;
import org.redirlint.regex.automaton.Automaton;
import org.redirlint.regex.automaton.Growth;
import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.regex.automaton.Transductions;
import org.redirlint.regex.automaton.Words;

/**
 * An immutable regular set of texts; a text is a string of bytes, as characters from 0 to 255.
 *
 * <p>A language is an automaton and finitely many texts for which the opposite holds of what the
 * automaton says. So a hundred thousand texts, and all texts but a hundred thousand, are as cheap
 * as a set of strings; an automaton is built only for what needs one.
 *
 * <p>Every operation is exact. One that would need an automaton of more than 10,000 states throws
 * {@link LanguageTooLargeException}: nothing here is silently more or less than it says.
 */
public final class Language {

  private static final Automaton NO_TEXT = Automata.none();
  private static final Automaton ANY_TEXT = Automata.all();

  /** No text at all. */
  public static final Language NONE = new Language(NO_TEXT, Set.of());

  /** Every text. */
  public static final Language ALL = new Language(ANY_TEXT, Set.of());

  /** Below this number of texts, no automaton is kept. */
  private static final int FEW = 256;

  /** Above this number of texts, an automaton writes them shorter. */
  private static final int MANY = 10_000;

  private final Automaton automaton;
  private final Set<String> otherwise;
  private final Lazy<Words> words;
  private final Lazy<Optional<String>> shortest;

  private Language(Automaton automaton, Set<String> otherwise) {
    this.automaton = automaton;
    this.otherwise = Set.copyOf(otherwise);
    this.words = new Lazy<>(() -> new Words(automaton));
    this.shortest = new Lazy<>(this::findShortest);
  }

  /** Returns the language of one text. */
  public static Language of(String text) {
    return new Language(NO_TEXT, Set.of(text));
  }

  /** Returns the language of some texts. */
  public static Language anyOf(Collection<String> texts) {
    return new Language(NO_TEXT, Set.copyOf(texts));
  }

  /** Returns the language of a set of texts. */
  public static Language of(TextSet set) {
    if (set instanceof TextSet.OneOf some) {
      return anyOf(some.texts());
    }
    if (set instanceof TextSet.InAnyCase cased) {
      return of(cased.lower()).preimage(TextSet.InAnyCase.LOWER_CASE);
    }
    if (set instanceof TextSet.Holding held) {
      return ALL.concatenate(
              anyOf(held.characters().chars().mapToObj(Character::toString).toList()))
          .concatenate(ALL);
    }
    if (set instanceof TextSet.Matching matching) {
      return matching.regex().match(ALL).matching();
    }
    if (set instanceof TextSet.Passing passing) {
      return passing.language().get();
    }
    if (set instanceof TextSet.Behind behind) {
      return of(behind.start()).concatenate(of(behind.rest()));
    }
    if (set instanceof TextSet.Without without) {
      return of(without.set()).minus(of(without.removed()));
    }
    if (set instanceof TextSet.Outside outside) {
      return of(outside.set()).complement();
    }
    TextSet.Around around = (TextSet.Around) set;
    Language between = startingWith(around.start()).concatenate(of(around.end()));
    return around.length() == 0 ? between : between.intersect(notShorterThan(around.length()));
  }

  /** Returns the texts that begin so. */
  public static Language startingWith(String start) {
    return of(start).concatenate(ALL);
  }

  /** Returns the texts that end so. */
  public static Language endingWith(String end) {
    return ALL.concatenate(of(end));
  }

  /** Returns the texts of at least so many bytes. */
  public static Language notShorterThan(int length) {
    return of(Automata.notShorterThan(length));
  }

  private static Language of(Automaton automaton) {
    if (Automata.isEmpty(automaton) || Automata.isAll(automaton)) {
      return Automata.isEmpty(automaton) ? NONE : ALL;
    }
    if (Automata.count(automaton) <= FEW) {
      Words words = new Words(automaton);
      if (words.maximumLength().orElse(0) <= FEW) {
        return anyOf(words.first(FEW, FEW));
      }
    }
    return new Language(automaton, Set.of());
  }

  /** Tells whether a text is in the language. */
  public boolean contains(String text) {
    return Automata.contains(automaton, text) != otherwise.contains(text);
  }

  /** Returns the texts of either language. */
  public Language union(Language other) {
    Automaton both =
        isFewTexts() || Automata.isAll(other.automaton)
            ? other.automaton
            : other.isFewTexts() || Automata.isAll(automaton)
                ? automaton
                : Automata.union(automaton, other.automaton);
    return combined(both, other, (left, right) -> left || right);
  }

  /** Returns the texts of both languages. */
  public Language intersect(Language other) {
    if (isFewTexts() || other.isFewTexts()) {
      return isFewTexts() ? only(other::contains) : other.only(this::contains);
    }
    Automaton both =
        Automata.isAll(other.automaton)
            ? automaton
            : Automata.isAll(automaton)
                ? other.automaton
                : Automata.intersection(automaton, other.automaton);
    return combined(both, other, (left, right) -> left && right);
  }

  /** Returns the texts of this language that are not in the other. */
  public Language minus(Language other) {
    if (isFewTexts()) {
      return only(text -> !other.contains(text));
    }
    Automaton rest =
        Automata.isAll(other.automaton)
            ? NO_TEXT
            : other.isFewTexts() ? automaton : Automata.difference(automaton, other.automaton);
    return combined(rest, other, (left, right) -> left && !right);
  }

  /** Returns some of few texts. */
  private Language only(Predicate<String> wanted) {
    return anyOf(otherwise.stream().filter(wanted).toList());
  }

  /** Returns the texts that are not in this language. */
  public Language complement() {
    return ALL.minus(this);
  }

  private Language combined(Automaton result, Language other, BinaryOperator<Boolean> holds) {
    Set<String> changed = new HashSet<>();
    for (Set<String> texts : List.of(otherwise, other.otherwise)) {
      for (String text : texts) {
        if (holds.apply(contains(text), other.contains(text)) != Automata.contains(result, text)) {
          changed.add(text);
        }
      }
    }
    return of(result).exchanged(changed);
  }

  /** Returns this language, with the opposite for some texts. */
  private Language exchanged(Set<String> changed) {
    Set<String> texts = new HashSet<>(otherwise);
    for (String text : changed) {
      if (!texts.remove(text)) {
        texts.add(text);
      }
    }
    return isFewTexts() || texts.isEmpty() || texts.size() > FEW
        ? new Language(automaton, texts)
        : of(Automata.symmetricDifference(automaton, Automata.texts(texts)));
  }

  /** Returns each text of this language followed by each text of the other. */
  public Language concatenate(Language other) {
    if (isFewTexts() && other.isFewTexts()) {
      long count = (long) otherwise.size() * other.otherwise.size();
      if (count <= MANY || otherwise.size() == 1 || other.otherwise.size() == 1) {
        Set<String> texts = new HashSet<>();
        otherwise.forEach(left -> other.otherwise.forEach(right -> texts.add(left + right)));
        return anyOf(texts);
      }
    }
    return of(
        isFewTexts() && otherwise.size() == 1
            ? Automata.behind(otherwise.iterator().next(), other.whole())
            : Automata.concatenation(whole(), other.whole()));
  }

  /** Returns the texts of this language, each read from its end to its beginning. */
  public Language reversed() {
    if (isFewTexts()) {
      Set<String> texts = new HashSet<>();
      otherwise.forEach(text -> texts.add(new StringBuilder(text).reverse().toString()));
      return anyOf(texts);
    }
    return of(Automata.reversal(whole()));
  }

  /** Returns the texts a transducer makes of the texts of this language. */
  public Language image(Transducer transducer) {
    if (isFewTexts()) {
      Set<String> texts = new HashSet<>();
      otherwise.forEach(text -> texts.add(transducer.apply(text)));
      return anyOf(texts);
    }
    return of(Transductions.image(whole(), Transducer.tabled(transducer)));
  }

  /** Returns the texts of which a transducer makes a text of this language. */
  public Language preimage(Transducer transducer) {
    return of(Transductions.preimage(whole(), Transducer.tabled(transducer)));
  }

  /**
   * Returns by how much what a transducer writes can outweigh the text, at most.
   *
   * @param weights the weight of each byte that is written, not negative
   * @param costs the weight of each byte of the text
   * @return empty if there is no such bound, or no text
   */
  public OptionalLong mostGrowth(Transducer transducer, long[] weights, long[] costs) {
    return new Growth(whole(), Transducer.tabled(transducer), weights, costs).most();
  }

  /**
   * Returns by how much what a transducer writes outweighs the text, at least.
   *
   * @param weights the weight of each byte that is written, not negative
   * @param costs the weight of each byte of the text
   * @return empty if there is no such bound, or no text
   */
  public OptionalLong leastGrowth(Transducer transducer, long[] weights, long[] costs) {
    return new Growth(whole(), Transducer.tabled(transducer), weights, costs).least();
  }

  /** Returns a text all texts begin with; not always the longest, and empty if there is no text. */
  public String start() {
    if (!otherwise.isEmpty()) {
      return isFewTexts() && otherwise.size() == 1 ? otherwise.iterator().next() : "";
    }
    return Automata.start(automaton);
  }

  /** Tells whether no text is in the language. */
  public boolean isEmpty() {
    return otherwise.isEmpty() ? isFewTexts() : !isFewTexts() && shortest().isEmpty();
  }

  /** Tells whether every text of the other language is in this one. */
  public boolean includes(Language other) {
    if (other.isFewTexts()) {
      return other.otherwise.stream().allMatch(this::contains);
    }
    boolean plain = otherwise.isEmpty() && other.otherwise.isEmpty();
    return plain ? Automata.includes(automaton, other.automaton) : other.minus(this).isEmpty();
  }

  /** Tells whether any text is in both. */
  public boolean meets(Language other) {
    if (isFewTexts() || other.isFewTexts()) {
      return isFewTexts()
          ? otherwise.stream().anyMatch(other::contains)
          : other.otherwise.stream().anyMatch(this::contains);
    }
    boolean plain = otherwise.isEmpty() && other.otherwise.isEmpty();
    return plain ? Automata.meet(automaton, other.automaton) : !intersect(other).isEmpty();
  }

  /** Tells whether only finitely many texts are in the language. */
  public boolean isFinite() {
    return Automata.isFinite(automaton);
  }

  /** Returns all texts, in the order of preference; empty if there are more than a limit. */
  public Optional<List<String>> texts(int limit) {
    if (Automata.count(automaton) > limit + otherwise.size()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>(added());
    for (String text : words.get().first(limit + otherwise.size() + 1, Integer.MAX_VALUE)) {
      if (!otherwise.contains(text)) {
        texts.add(text);
      }
    }
    texts.sort(Words.preference());
    return texts.size() > limit ? Optional.empty() : Optional.of(List.copyOf(texts));
  }

  /**
   * Returns the text that is preferred to all others: the shortest, and of these the most readable,
   * letters before digits before other bytes. Empty if there is none.
   */
  public Optional<String> shortest() {
    return shortest.get();
  }

  private Optional<String> findShortest() {
    if (otherwise.isEmpty()) {
      return words.get().shortest();
    }
    List<String> candidates = new ArrayList<>(added());
    int left = otherwise.size() - candidates.size() + 1;
    for (String text : words.get().first(left, Integer.MAX_VALUE)) {
      if (!otherwise.contains(text)) {
        candidates.add(text);
        break;
      }
    }
    return candidates.stream().min(Words.preference());
  }

  /**
   * Returns different texts of the language, at most so many: first one for each turn a text can
   * take, then further ones. The same language always gives the same samples.
   */
  public List<String> samples(int limit) {
    List<String> added = added();
    added.sort(Words.preference());
    List<String> samples = new ArrayList<>();
    int removed = otherwise.size() - added.size();
    for (String text : words.get().varied(limit + removed)) {
      if (!otherwise.contains(text)) {
        samples.add(text);
      }
    }
    int room = Math.max(limit - samples.size(), (limit + 1) / 2);
    int stride = Math.max(1, added.size() / Math.max(1, room));
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < added.size() && chosen.size() < room; i += stride) {
      chosen.add(added.get(i));
    }
    samples.stream().limit(limit - chosen.size()).forEach(chosen::add);
    return List.copyOf(chosen);
  }

  /** Returns the length of the shortest text, in bytes; empty if there is no text. */
  public OptionalInt minimumLength() {
    return shortest().map(text -> OptionalInt.of(text.length())).orElse(OptionalInt.empty());
  }

  /** Returns the length of the longest text, in bytes; empty if there is none, or no longest. */
  public OptionalInt maximumLength() {
    if (isFewTexts()) {
      return otherwise.stream().mapToInt(String::length).max();
    }
    return isFinite() ? new Words(whole()).maximumLength() : OptionalInt.empty();
  }

  /** Returns what it is kept as: languages of equal form are equal. */
  public Object form() {
    return new Form(automaton, otherwise);
  }

  private record Form(Automaton automaton, Set<String> otherwise) {}

  /** Returns how much room it takes: states, and texts beside them. */
  public int size() {
    return Automata.size(automaton) + otherwise.size();
  }

  /** Tells whether the language is kept as texts alone, without an automaton. */
  boolean isFewTexts() {
    return Automata.isEmpty(automaton);
  }

  /** Returns the texts for which the automaton is wrong in saying no. */
  private List<String> added() {
    List<String> added = new ArrayList<>();
    for (String text : otherwise) {
      if (isFewTexts() || !Automata.contains(automaton, text)) {
        added.add(text);
      }
    }
    return added;
  }

  /** Returns the texts of a language that is kept as texts alone. */
  Set<String> fewTexts() {
    return otherwise;
  }

  /** Returns one automaton for the whole language. */
  Automaton whole() {
    return otherwise.isEmpty()
        ? automaton
        : isFewTexts()
            ? Automata.texts(otherwise)
            : Automata.symmetricDifference(automaton, Automata.texts(otherwise));
  }

  static Language ofAutomaton(Automaton automaton) {
    return of(automaton);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Language language
            && (otherwise.equals(language.otherwise)
                ? automaton.equals(language.automaton)
                : includes(language) && language.includes(this)));
  }

  @Override
  public int hashCode() {
    return shortest().hashCode();
  }

  /** Returns some texts, for people. */
  @Override
  public String toString() {
    return samples(5) + (texts(5).isPresent() ? "" : " and more");
  }
}
