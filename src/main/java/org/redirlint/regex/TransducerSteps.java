package org.redirlint.regex;

import org.redirlint.regex.automaton.Transductions;

/**
 * A transducer as the automata see it.
 *
 * @param transducer the transducer
 */
record TransducerSteps(Transducer transducer) implements Transductions.Steps {

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
}
