package org.redirlint.regex;

/** A transducer that keeps what it does by ranges of bytes, once that was worked out. */
final class Tabled implements Transducer {

  private final Transducer transducer;
  private final TransducerTable table;

  Tabled(Transducer transducer) {
    this.transducer = transducer;
    this.table = new TransducerTable(transducer);
  }

  TransducerTable table() {
    return table;
  }

  @Override
  public int start() {
    return transducer.start();
  }

  @Override
  public int next(int state, char character) {
    return transducer.next(state, character);
  }

  @Override
  public String written(int state, char character) {
    return transducer.written(state, character);
  }

  @Override
  public String last(int state) {
    return transducer.last(state);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tabled tabled && tabled.transducer.equals(transducer);
  }

  @Override
  public int hashCode() {
    return transducer.hashCode();
  }
}
