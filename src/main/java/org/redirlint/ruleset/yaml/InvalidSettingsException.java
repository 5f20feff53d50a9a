package org.redirlint.ruleset.yaml;

/** A file of settings says something that redirlint does not understand. */
public final class InvalidSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong, and where. */
  InvalidSettingsException(Place place, String problem) {
    super(place + ": " + problem);
  }
}
