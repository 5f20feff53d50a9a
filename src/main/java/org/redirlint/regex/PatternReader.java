package org.redirlint.regex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.redirlint.regex.grammar.PcreLexer;
import org.redirlint.regex.syntax.Alternation;
import org.redirlint.regex.syntax.Anchor;
import org.redirlint.regex.syntax.Atomic;
import org.redirlint.regex.syntax.Backreference;
import org.redirlint.regex.syntax.ByteSet;
import org.redirlint.regex.syntax.CharacterClass;
import org.redirlint.regex.syntax.Group;
import org.redirlint.regex.syntax.Literal;
import org.redirlint.regex.syntax.Lookaround;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Sequence;
import org.redirlint.regex.syntax.Unsupported;

/**
 * Reads a pattern as PCRE2 10.42 does, over bytes, and refuses what it refuses with the same words.
 *
 * <p>The reader keeps the open parentheses on a stack of its own, at most {@value #DEEPEST} of
 * them, as PCRE does: what walks over the tree may recurse.
 */
final class PatternReader {

  /** PCRE's limit for parentheses inside each other (pcre2build, PCRE2_CONFIG_PARENSLIMIT). */
  private static final int DEEPEST = 250;

  private static final String SPECIAL = "\\^$.[|()?*+{";

  private static final Set<String> VERBS =
      Set.of(
          "ACCEPT",
          "COMMIT",
          "F",
          "FAIL",
          "PRUNE",
          "SKIP",
          "THEN",
          "MARK",
          "",
          "UTF",
          "UCP",
          "CR",
          "LF",
          "CRLF",
          "ANYCRLF",
          "ANY",
          "NUL",
          "BSR_ANYCRLF",
          "BSR_UNICODE",
          "NO_AUTO_POSSESS",
          "NO_DOTSTAR_ANCHOR",
          "NO_JIT",
          "NO_START_OPT",
          "NOTEMPTY",
          "NOTEMPTY_ATSTART",
          "LIMIT_DEPTH",
          "LIMIT_HEAP",
          "LIMIT_MATCH",
          "LIMIT_RECURSION");

  private final WordSource words;
  private final Groups groups = new Groups();
  private final Deque<Frame> outer = new ArrayDeque<>();

  /** The lookbehinds by where they begin: PCRE measures them in this order. */
  private final SortedMap<Integer, Lookaround> lookbehinds = new TreeMap<>();

  private final Map<Integer, Group> captures = new HashMap<>();
  private Frame frame;
  private Options options;
  private Optional<String> obstacle = Optional.empty();

  private PatternReader(String pattern, boolean ignoreCase) {
    this.words = new WordSource(pattern);
    this.options = Options.of(ignoreCase);
    this.frame =
        new Frame(new Word(0, "", 0, 0), options, OptionalInt.empty(), UnaryOperator.identity());
  }

  /**
   * Reads a pattern.
   *
   * @throws RegexSyntaxException if PCRE would not compile it
   */
  static ParsedPattern read(String pattern, boolean ignoreCase) throws RegexSyntaxException {
    boolean plain = !ignoreCase && pattern.chars().allMatch(c -> SPECIAL.indexOf(c) < 0);
    if (plain) {
      Node root = pattern.isEmpty() ? Sequence.EMPTY : new Literal(pattern);
      return new ParsedPattern(root, 0, List.of(), Optional.empty());
    }
    return new PatternReader(pattern, ignoreCase).read();
  }

  private ParsedPattern read() throws RegexSyntaxException {
    for (Word word = next(); word.type() != PcreLexer.EOF; word = next()) {
      read(word);
    }
    if (!outer.isEmpty()) {
      throw words.refusedAtEnd("missing closing parenthesis");
    }
    FixedLength lengths = new FixedLength(captures);
    for (Map.Entry<Integer, Lookaround> entry : lookbehinds.entrySet()) {
      if (!lengths.canLookBehind(entry.getValue().body())) {
        throw new RegexSyntaxException("lookbehind assertion is not fixed length", entry.getKey());
      }
    }
    groups.checkReferences();
    return new ParsedPattern(frame.close(), groups.count(), groups.names(), obstacle);
  }

  private Word next() {
    if (options.extended()) {
      words.skipIgnorable();
    }
    return words.next();
  }

  private void read(Word word) throws RegexSyntaxException {
    switch (word.type()) {
      case PcreLexer.TEXT ->
          literal(options.extended() ? words.withoutIgnorable(word) : word.text());
      case PcreLexer.BRACE -> literal("{");
      case PcreLexer.QUOTED -> literal(word.quoted());
      case PcreLexer.CARET ->
          anchor(options.manyLines() ? Anchor.Place.LINE_START : Anchor.Place.START);
      case PcreLexer.DOLLAR ->
          anchor(options.manyLines() ? Anchor.Place.LINE_END : Anchor.Place.LAST_LINE_END);
      case PcreLexer.DOT ->
          set(options.dotIsAll() ? ByteSet.ALL : NamedSets.LINE_FEED.complement());
      case PcreLexer.NOT_LINE_FEED -> set(NamedSets.LINE_FEED.complement());
      case PcreLexer.SET -> set(NamedSets.escape(word.text().charAt(1)));
      case PcreLexer.LINE_BREAK ->
          frame.add(
              new Atomic(
                  new Alternation(
                      List.of(new Literal("\r\n"), new CharacterClass(NamedSets.VERTICAL_SPACE)))));
      case PcreLexer.CLASS_OPEN -> characterClass(word);
      case PcreLexer.REPEAT -> repeat(word);
      case PcreLexer.ALTERNATIVE -> alternative();
      case PcreLexer.CLOSE -> close(word);
      case PcreLexer.POSITION -> position(word.text().charAt(1));
      case PcreLexer.WORD_EDGE -> wordEdge(word.text().charAt(3) == '>');
      case PcreLexer.NUMBER -> number(word);
      case PcreLexer.OCTAL, PcreLexer.HEXADECIMAL, PcreLexer.CONTROL, PcreLexer.ESCAPED -> {
        words.refuseOpenBrace(word);
        literal("" + EscapedByte.read(word));
      }
      case PcreLexer.REFERENCE -> reference(word);
      case PcreLexer.CALL -> call(word);
      case PcreLexer.PROPERTY, PcreLexer.BEYOND_BYTES ->
          frame.add(unsupported("\"" + word.text() + "\""));
      case PcreLexer.VERB -> verb(word);
      default -> parenthesis(word);
    }
  }

  private void parenthesis(Word word) throws RegexSyntaxException {
    switch (word.type()) {
      case PcreLexer.OPEN -> {
        if (options.namedOnly()) {
          open(word, UnaryOperator.identity());
        } else {
          group(word, groups.next());
        }
      }
      case PcreLexer.NAMED_OPEN -> group(word, groups.next(word));
      case PcreLexer.OPTIONS -> options(word);
      case PcreLexer.LOOKAHEAD -> open(word, body -> new Lookaround(body, false, false));
      case PcreLexer.NOT_AHEAD -> open(word, body -> new Lookaround(body, false, true));
      case PcreLexer.LOOKBEHIND -> open(word, body -> new Lookaround(body, true, false));
      case PcreLexer.NOT_BEHIND -> open(word, body -> new Lookaround(body, true, true));
      case PcreLexer.ATOMIC -> open(word, Atomic::new);
      case PcreLexer.BRANCH_RESET -> {
        Node nothingKnown = unsupported("a branch reset group, \"" + word.text() + "\"");
        open(word, OptionalInt.of(groups.count()), body -> nothingKnown);
      }
      case PcreLexer.CONDITION -> {
        condition(word);
        openUnsupported(word, "a condition");
      }
      case PcreLexer.RARE_ASSERTION -> openUnsupported(word, "an assertion");
      case PcreLexer.OTHER_GROUP -> otherGroup(word);
      default -> throw Refusals.of(word, words);
    }
  }

  private void open(Word word, UnaryOperator<Node> close) throws RegexSyntaxException {
    open(word, OptionalInt.empty(), close);
  }

  private void open(Word word, OptionalInt restart, UnaryOperator<Node> close)
      throws RegexSyntaxException {
    if (outer.size() >= DEEPEST) {
      throw word.refusedBehind("parentheses are too deeply nested");
    }
    outer.push(frame);
    frame = new Frame(word, options, restart, close);
  }

  private void group(Word word, int number) throws RegexSyntaxException {
    open(word, body -> new Group(number, body));
  }

  private void openUnsupported(Word word, String what) throws RegexSyntaxException {
    Node nothingKnown = unsupported(what + ", \"" + word.text() + "\"");
    open(word, body -> nothingKnown);
  }

  private void close(Word word) throws RegexSyntaxException {
    if (outer.isEmpty()) {
      throw word.refusedAt(0, "unmatched closing parenthesis");
    }
    Node closed = frame.close();
    if (closed instanceof Lookaround around && around.behind()) {
      lookbehinds.put(frame.open().start(), around);
    }
    if (closed instanceof Group group) {
      captures.put(group.number(), group);
    }
    if (frame.restart().isPresent()) {
      groups.goOn();
    }
    options = frame.outside();
    frame = outer.pop();
    frame.add(closed);
  }

  private void alternative() {
    frame.alternative();
    frame.restart().ifPresent(groups::restart);
  }

  /** Reads {@code (?i)}, which holds up to the closing parenthesis, or {@code (?i:…)}. */
  private void options(Word word) throws RegexSyntaxException {
    String setting = word.text().substring(2, word.text().length() - 1);
    if (setting.contains("J") || setting.contains("xx")) {
      obstacle = obstacle.or(() -> Optional.of("\"" + word.text() + "\""));
      frame.addOnce(new Unsupported(word.text()));
      groups.allowDuplicates();
    }
    if (word.text().endsWith(":")) {
      open(word, UnaryOperator.identity());
    }
    frame.nothingToRepeat();
    options = options.with(setting);
  }

  /** Looks up the group a condition asks for; {@code R}, {@code DEFINE} and the like are none. */
  private void condition(Word word) throws RegexSyntaxException {
    String name = word.text().substring(3, word.text().length() - 1);
    boolean quoted = name.startsWith("<") || name.startsWith("'");
    if (quoted) {
      groups.refer(name.substring(1, name.length() - 1), word, 4);
    } else if (name.matches("[+-]?[0-9]+")) {
      groups.refer(name, word, 1 + name.length());
    }
  }

  private void otherGroup(Word word) throws RegexSyntaxException {
    if (!word.text().equals("(?") || words.peek() != '(') {
      throw Refusals.of(word, words);
    }
    // The condition is a lookaround: it is read as a group of its own.
    openUnsupported(word, "a condition");
  }

  private void repeat(Word word) throws RegexSyntaxException {
    Quantifier quantifier = Quantifier.read(word, options.lazy());
    if (!frame.repeat(quantifier.minimum(), quantifier.maximum(), quantifier.mode())) {
      throw quantifier.refused("quantifier does not follow a repeatable item");
    }
    if (options.extended() && !quantifier.marked()) {
      words.skipIgnorable();
      if (words.take('+')) {
        frame.makePossessive();
      }
    }
  }

  private void characterClass(Word word) throws RegexSyntaxException {
    ClassReader reader = new ClassReader(words, options.ignoreCase());
    ByteSet members = reader.read(word);
    frame.add(
        reader.understood() ? new CharacterClass(members) : unsupported("\"\\p\" in a class"));
  }

  private void position(char letter) {
    anchor(
        switch (letter) {
          case 'z' -> Anchor.Place.END;
          case 'Z' -> Anchor.Place.LAST_LINE_END;
          case 'b' -> Anchor.Place.WORD_EDGE;
          case 'B' -> Anchor.Place.NO_WORD_EDGE;
          // \G: the servers always begin to search at the beginning.
          default -> Anchor.Place.START;
        });
  }

  /** Reads {@code [[:<:]]} or {@code [[:>:]]}, the edges of a word. */
  private void wordEdge(boolean end) {
    frame.addOnce(new Anchor(Anchor.Place.WORD_EDGE));
    frame.add(new Lookaround(new CharacterClass(NamedSets.WORD), end, false));
  }

  private void anchor(Anchor.Place place) {
    frame.addOnce(new Anchor(place));
  }

  /** Reads a number: a reference if there are so many groups, else an octal escape. */
  private void number(Word word) throws RegexSyntaxException {
    String digits = word.text().substring(1);
    boolean reference =
        digits.length() == 1
            || digits.charAt(0) >= '8'
            || (digits.length() < 5 && Integer.parseInt(digits) <= groups.count());
    if (reference) {
      refer(groups.refer(digits, word, word.text().length() - 1), word);
      return;
    }
    int length = 0;
    while (length < 3 && length < digits.length() && digits.charAt(length) < '8') {
      length++;
    }
    words.giveBack(word, digits.length() - length);
    Word octal =
        new Word(
            PcreLexer.OCTAL,
            word.text().substring(0, length + 1),
            word.start(),
            word.start() + length + 1);
    literal("" + EscapedByte.read(octal));
  }

  private void reference(Word word) throws RegexSyntaxException {
    String name = word.text().replaceFirst("^(\\\\[gk][{<']?|\\(\\?P=)", "");
    name = name.replaceFirst("[}>')]$", "");
    int offset = word.text().indexOf(name);
    if (name.matches("[+-]?[0-9]+")) {
      offset = name.startsWith("-") ? 2 : word.text().length() - 1;
    }
    refer(groups.refer(name, word, offset), word);
  }

  private void refer(OptionalInt number, Word word) {
    frame.add(
        number.isPresent()
            ? new Backreference(number.getAsInt(), options.ignoreCase())
            : unsupported("a reference to a later group, \"" + word.text() + "\""));
  }

  private void call(Word word) throws RegexSyntaxException {
    String name = word.text().replaceFirst("^(\\\\g.|\\(\\?(P>|&)?)", "");
    name = name.substring(0, name.length() - 1);
    if (!name.equals("R") && !name.equals("0")) {
      boolean number = name.matches("[+-]?[0-9]+");
      groups.refer(name, word, number ? word.text().length() - 1 : word.text().indexOf(name));
    }
    frame.add(unsupported("a subroutine call, \"" + word.text() + "\""));
  }

  private void verb(Word word) throws RegexSyntaxException {
    String name = word.text().substring(2).replaceFirst("[:=)].*$", "");
    if (!VERBS.contains(name)) {
      throw word.refusedAtLast("(*VERB) not recognized or malformed");
    }
    frame.add(unsupported("a verb, \"" + word.text() + "\""));
  }

  private void literal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (options.ignoreCase() && Character.isLetter(c) && c < 0x80) {
        set(ByteSet.of(c).inBothCases());
      } else {
        frame.add(c);
      }
    }
  }

  private void set(ByteSet bytes) {
    frame.add(new CharacterClass(bytes));
  }

  private Unsupported unsupported(String what) {
    obstacle = obstacle.or(() -> Optional.of(what));
    return new Unsupported(what);
  }
}
