package org.redirlint.diagnostic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * The name by which a finding is known again after lines have moved: made of its rule, its file and
 * the text of its lines, white space left aside.
 *
 * @param value 32 hexadecimal digits in lower case
 */
public record Fingerprint(String value) {

  /** Bytes that are shown in the digits: enough to tell any number of findings apart. */
  private static final int BYTES = 16;

  /** No directive is longer; it keeps the cost down where a whole file is one line. */
  private static final int LONGEST_SPAN = 4096;

  /** How far the text goes on around a span in its line, at most. */
  private static final int LONGEST_MARGIN = 256;

  /**
   * Returns the fingerprint of each diagnostic, in the same order. Equal findings in equal lines of
   * a file are told apart by their number, so all findings of a check have to be given, sorted by
   * place, before any of them is left out.
   */
  public static List<Fingerprint> of(List<Diagnostic> diagnostics) {
    MessageDigest digest = digest();
    Map<String, Integer> occurrences = new HashMap<>();
    List<Fingerprint> fingerprints = new ArrayList<>(diagnostics.size());
    for (Diagnostic diagnostic : diagnostics) {
      String content = content(diagnostic);
      int number = occurrences.merge(hash(digest, content), 1, Integer::sum);
      fingerprints.add(new Fingerprint(hash(digest, content + '\0' + number)));
    }
    return fingerprints;
  }

  private static String content(Diagnostic diagnostic) {
    SourceFile file = diagnostic.origin().file();
    return String.join(
        "\0",
        diagnostic.rule().id(),
        file.path().replace('\\', '/'),
        normalized(lines(file.text(), diagnostic.origin().span())));
  }

  /** The span with what stands before and after it in its lines. */
  private static String lines(String text, Span span) {
    int end = Math.min(span.end(), Math.min(text.length(), span.start() + LONGEST_SPAN));
    int start = Math.min(span.start(), end);
    int first = start;
    while (first > 0 && start - first < LONGEST_MARGIN && text.charAt(first - 1) != '\n') {
      first--;
    }
    int last = end;
    while (last < text.length() && last - end < LONGEST_MARGIN && text.charAt(last) != '\n') {
      last++;
    }
    return text.substring(first, last);
  }

  private static String normalized(String lines) {
    return lines.replaceAll("\\s+", " ").strip();
  }

  private static String hash(MessageDigest digest, String content) {
    byte[] hash = digest.digest(content.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
