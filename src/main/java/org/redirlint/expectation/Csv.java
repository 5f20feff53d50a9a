package org.redirlint.expectation;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in a text, its cells parted by commas, semicolons or tabs: whichever comes first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Csv {

  /**
   * A row of a table.
   *
   * @param line the line it begins in, 1-based
   * @param cells its cells, at least one
   */
  record Row(int line, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    /** Returns a cell without white space around it; empty where the row is shorter. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column).strip() : "";
    }
  }

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private Csv(String text) {
    this.text = text;
    this.separator = separator(text);
  }

  /** Returns the rows that hold anything. */
  static List<Row> rows(String text) {
    Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<Row> rows = new ArrayList<>();
    while (csv.at < csv.text.length()) {
      Row row = csv.row();
      if (row.cells.stream().anyMatch(cell -> !cell.isBlank())) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static char separator(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == ';' || c == '\t') {
        return c;
      }
    }
    return ',';
  }

  private Row row() {
    int first = line;
    List<String> cells = new ArrayList<>();
    do {
      cells.add(cell());
    } while (accept(separator));
    accept('\r');
    if (accept('\n')) {
      line++;
    }
    return new Row(first, cells);
  }

  private String cell() {
    StringBuilder cell = new StringBuilder();
    if (accept('"')) {
      quoted(cell);
    }
    while (at < text.length() && !endsCell(text.charAt(at))) {
      cell.append(text.charAt(at++));
    }
    return cell.toString();
  }

  private boolean endsCell(char c) {
    return c == separator || c == '\n' || (c == '\r' && text.startsWith("\r\n", at));
  }

  /** Two quotes stand for one. */
  private void quoted(StringBuilder cell) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' && !accept('"')) {
        return;
      }
      line += c == '\n' ? 1 : 0;
      cell.append(c);
    }
  }

  private boolean accept(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }
}
