package org.redirlint.ruleset.yaml;

import org.redirlint.source.Position;

/**
 * A place in a YAML file.
 *
 * @param file the name by which messages call the file
 * @param position the line and column
 */
public record Place(String file, Position position) {

  /** Returns the complaint that something is wrong at this place. */
  public InvalidSettingsException complain(String problem) {
    return new InvalidSettingsException(this, problem);
  }

  @Override
  public String toString() {
    return file + ":" + position.line() + ":" + position.column();
  }
}
