package org.redirlint.semantics.nginx;

import org.redirlint.regex.Transducer;

/**
 * Puts a folder before a path that does not begin with a slash.
 *
 * @param folder the folder, with a final slash
 */
record RelativePath(String folder) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, char character) {
    return 1;
  }

  @Override
  public String written(int state, char character) {
    return (state == 0 && character != '/' ? folder : "") + character;
  }

  @Override
  public String last(int state) {
    return state == 0 ? folder : "";
  }
}
