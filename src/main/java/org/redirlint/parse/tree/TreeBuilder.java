package org.redirlint.parse.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.redirlint.ast.Argument;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.BlockDirective.Delimiter;
import org.redirlint.ast.Comment;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Document;
import org.redirlint.ast.Malformed;
import org.redirlint.ast.Node;
import org.redirlint.ast.Quoting;
import org.redirlint.diagnostic.Problem;
import org.redirlint.diagnostic.Related;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * Puts a file's items together into a tree, with a stack of its own in place of recursion.
 *
 * <p>A block whose opening was malformed is open all the same, so that its closing is not taken for
 * a further mistake; its nodes then stand in the block around it.
 */
public final class TreeBuilder {

  /** How deep blocks may nest; both servers' real files stay below ten. */
  static final int DEEPEST_NESTING = 200;

  private final SourceFile source;
  private final Dialect dialect;
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<OpenBlock> open = new ArrayDeque<>();
  private final Map<String, Integer> openNames = new HashMap<>();
  private final List<Node> top = new ArrayList<>();

  /** Returns a builder of an empty tree. */
  public TreeBuilder(SourceFile source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
    int mark = source.byteOrderMarkLength();
    if (mark > 0) {
      problem(new Span(0, mark), SyntaxErrors.byteOrderMark(dialect));
    }
  }

  /** Adds a node to the innermost open block. */
  public void add(Node node) {
    nodes().add(node);
  }

  /** Adds a broken part and says what is wrong with it. */
  public void addMalformed(Span span, Span mistake, String message) {
    addMalformed(span);
    problem(mistake, message);
  }

  /** Adds a broken part whose mistake has been told. */
  public void addMalformed(Span span) {
    add(new Malformed(span, source.text(span)));
  }

  /** Opens a block; if blocks nest too deep, its header becomes a malformed part. */
  public void open(
      Argument keyword, List<Argument> arguments, List<Comment> comments, Delimiter opening) {
    if (open.size() < DEEPEST_NESTING) {
      push(new OpenBlock(keyword, arguments, comments, opening, new ArrayList<>(), true));
      return;
    }
    if (open.size() == DEEPEST_NESTING) {
      problem(keyword.span(), SyntaxErrors.nestedTooDeep(DEEPEST_NESTING));
    }
    openMalformed(keyword.span().to(opening.span()), keyword.value());
  }

  /** Opens a block whose header is broken, without a further word about it. */
  public void openMalformed(Span header, String name) {
    addMalformed(header);
    Argument keyword = new Argument(header, source.text(header), name, Quoting.BARE);
    Delimiter nothing = new Delimiter(new Span(header.end(), header.end()), "");
    push(new OpenBlock(keyword, List.of(), List.of(), nothing, nodes(), false));
  }

  /** Tells whether any block is open. */
  public boolean isOpen() {
    return !open.isEmpty();
  }

  /** Returns the name of the innermost open block. */
  public Optional<String> openName() {
    return Optional.ofNullable(open.peek()).map(OpenBlock::name);
  }

  /** Tells whether a block of this name is open, at any depth; case does not matter. */
  public boolean isOpen(String name) {
    return openNames.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the place of the innermost open block's header, for a hint. */
  public Related opening() {
    OpenBlock block = open.element();
    return new Related(
        Origin.of(source, block.keyword().span()), SyntaxErrors.openedHere(block.name(), dialect));
  }

  /** Closes the innermost block. */
  public void close(Delimiter closing) {
    OpenBlock block = open.pop();
    openNames.computeIfPresent(
        block.name().toLowerCase(Locale.ROOT), (name, count) -> count == 1 ? null : count - 1);
    if (block.wellFormed()) {
      Span span = block.keyword().span().to(closing.span());
      add(
          new BlockDirective(
              span,
              block.keyword(),
              block.arguments(),
              block.comments(),
              block.opening(),
              block.nodes(),
              closing));
    } else if (closing.span().length() > 0) {
      add(new Malformed(closing.span(), closing.raw()));
    }
  }

  /** Closes the innermost block where its closing is missing: right here. */
  public void closeMissing(int offset) {
    close(new Delimiter(new Span(offset, offset), ""));
  }

  /** Notes that something is wrong at a place. */
  public void problem(Span span, String message) {
    problems.add(Problem.of(Problem.SYNTAX_ERROR, Origin.of(source, span), message));
  }

  /** Notes that something is wrong at a place, and what another place has to do with it. */
  public void problem(Span span, String message, Related related) {
    problems.add(
        new Problem(Problem.SYNTAX_ERROR, Origin.of(source, span), message, List.of(related)));
  }

  /**
   * Closes what is still open at the end of the file; one problem names the outermost block.
   *
   * @param rule which rule reports a block of that name
   */
  public void end(Function<String, String> rule) {
    if (open.isEmpty()) {
      return;
    }
    OpenBlock outermost = open.getLast();
    Origin origin = Origin.of(source, outermost.keyword().span());
    problems.add(
        Problem.of(
            rule.apply(outermost.name()),
            origin,
            SyntaxErrors.unclosed(
                outermost.name(), origin.start().line(), open.size() - 1, dialect)));
    while (isOpen()) {
      closeMissing(source.length());
    }
  }

  /** Returns the finished tree. */
  public Document document() {
    return new Document(source, dialect, top);
  }

  /** Returns what was wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems.stream()
        .sorted((one, other) -> Integer.compare(start(one), start(other)))
        .toList();
  }

  private static int start(Problem problem) {
    return problem.origin().span().start();
  }

  private void push(OpenBlock block) {
    open.push(block);
    openNames.merge(block.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
  }

  private List<Node> nodes() {
    return open.isEmpty() ? top : open.element().nodes();
  }

  /**
   * A block whose end has not been met.
   *
   * @param nodes where its nodes go: its body, or that of the block around if it is malformed
   */
  private record OpenBlock(
      Argument keyword,
      List<Argument> arguments,
      List<Comment> comments,
      Delimiter opening,
      List<Node> nodes,
      boolean wellFormed) {

    String name() {
      return keyword.value();
    }
  }
}
