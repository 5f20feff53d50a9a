package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.regex.PartialTransducer;
import org.redirlint.regex.Pieces;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.automaton.Transductions.Piece;

/** Squeezes slashes and resolves dots, as a path of files ({@code apr_filepath_merge}). */
record Squeezed() implements PartialTransducer {

  private static final TextSet READABLE =
      new TextSet.Outside(TextSet.matching("^[^/]|^\\z|/\\.{1,2}(?:/|\\z)"));

  @Override
  public TextSet readable() {
    return READABLE;
  }

  @Override
  public int start() {
    return 0;
  }

  @Override
  public List<Piece> pieces(int state) {
    return Pieces.apart('/', Pieces.same("", state == 0, 1), Pieces.same("", true, 0));
  }

  @Override
  public int next(int state, char character) {
    return character == '/' ? 1 : 0;
  }

  @Override
  public String written(int state, char character) {
    return state == 1 && character == '/' ? "" : String.valueOf(character);
  }

  @Override
  public String apply(String text) {
    return Paths.file(text);
  }
}
