package org.redirlint.semantics.nginx;

import org.redirlint.semantics.Answer;

/** Answers as tests compare them: status and Location. */
final class Answers {

  private Answers() {}

  static String shown(Answer<String> answer) {
    if (answer instanceof Answer.Response<String> response) {
      return response.status() + " " + response.location().orElse("-");
    }
    if (answer instanceof Answer.Closed) {
      return "444 -";
    }
    return answer.toString();
  }
}
