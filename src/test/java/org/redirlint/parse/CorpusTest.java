package org.redirlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redirlint.Corpus;
import org.redirlint.ast.Printer;
import org.redirlint.diagnostic.Problem;

/** Reads other people's files, where a collection of them lies beside the project. */
class CorpusTest {

  @Test
  void whatTheRealServerAcceptsIsReadWithoutAMistake() throws IOException {
    List<String> mistakes = new ArrayList<>();
    int accepted = 0;
    int others = 0;
    for (Corpus.Entry file : Corpus.read()) {
      ParseResult result = ConfigurationParser.parse(file.source(), file.dialect());
      assertThat(Printer.print(result.document())).isEqualTo(file.source().text());
      if (!file.accepted()) {
        others++;
        continue;
      }
      accepted++;
      result.problems().stream()
          .filter(problem -> problem.rule().equals(Problem.SYNTAX_ERROR))
          .forEach(problem -> mistakes.add(file.source() + ": " + problem.message()));
    }
    System.out.printf(
        "corpus: %d accepted and %d other files printed back byte for byte%n", accepted, others);
    assertThat(mistakes).isEmpty();
  }
}
