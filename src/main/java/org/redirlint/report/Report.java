package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import org.redirlint.diagnostic.CheckResult;

/** A format in which the result of a check can be written. */
public interface Report {

  /**
   * Writes a result.
   *
   * @throws IOException if the writer does
   */
  void write(CheckResult result, Writer out) throws IOException;
}
