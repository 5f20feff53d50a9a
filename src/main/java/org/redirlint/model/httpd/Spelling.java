package org.redirlint.model.httpd;

import org.redirlint.source.Origin;

/**
 * Directives of mod_speling in one place; those of an inner place replace all of an outer one's.
 *
 * @param origin the first of them
 * @param enabled {@code CheckSpelling}: where no file is, one with a similar name is looked for
 * @param caseOnly {@code CheckCaseOnly}: similar are names that differ in the case of letters only
 * @param basenameMatch {@code CheckBasenameMatch}: similar are also names that are the same up to
 *     their first dot
 */
public record Spelling(Origin origin, boolean enabled, boolean caseOnly, boolean basenameMatch) {

  /** Returns what holds in a place that says something, before it says what. */
  public static Spelling at(Origin origin) {
    return new Spelling(origin, false, false, true);
  }

  /** Returns this with another {@code CheckSpelling}. */
  public Spelling withEnabled(boolean other) {
    return new Spelling(origin, other, caseOnly, basenameMatch);
  }

  /** Returns this with another {@code CheckCaseOnly}. */
  public Spelling withCaseOnly(boolean other) {
    return new Spelling(origin, enabled, other, basenameMatch);
  }

  /** Returns this with another {@code CheckBasenameMatch}. */
  public Spelling withBasenameMatch(boolean other) {
    return new Spelling(origin, enabled, caseOnly, other);
  }
}
