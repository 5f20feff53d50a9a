package org.redirlint.regex.automaton;

import java.util.Arrays;

/** Numbers states in the order in which they are found. */
final class Numbering {

  private static final int UNUSED = -1;

  private long[] states = new long[16];
  private int[] places = new int[32];
  private int size;

  Numbering() {
    Arrays.fill(places, UNUSED);
  }

  /** Returns how many states have a number. */
  int size() {
    return size;
  }

  /** Returns the state of a number. */
  long state(int number) {
    return states[number];
  }

  /** Returns the number of a state; a new state gets the next one. */
  int of(long state) {
    int place = place(state);
    if (places[place] != UNUSED) {
      return places[place];
    }
    if (size == states.length) {
      grow();
      place = place(state);
    }
    states[size] = state;
    places[place] = size;
    return size++;
  }

  private int place(long state) {
    long mixed = state * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> 32) & (places.length - 1);
    while (places[place] != UNUSED && states[places[place]] != state) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private void grow() {
    states = Arrays.copyOf(states, size * 2);
    places = new int[size * 4];
    Arrays.fill(places, UNUSED);
    for (int number = 0; number < size; number++) {
      places[place(states[number])] = number;
    }
  }
}
