package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.model.httpd.CoreSettings.EncodedSlashes;
import org.redirlint.regex.Regex;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.Transformation;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;
import org.redirlint.semantics.Domain;

/** Paths of URLs and files: normalised, decoded, cut, joined. */
final class Paths {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  /** Squeezes slashes and resolves dots, as a path of files ({@code apr_filepath_merge}). */
  static final Transducer FILE = new Squeezed();

  /** The path up to its last slash, and what follows ({@code ap_make_dirstr_parent}). */
  private static final Regex PARENT_AND_NAME = Regex.constant("^(?s)(.*/)?([^/]*)\\z");

  /** Returns the path up to its last slash ({@code ap_make_dirstr_parent}). */
  static <V> List<V> parent(Domain<V> domain, V path) {
    return part(domain, path, 1);
  }

  /** Returns what follows the last slash. */
  static <V> List<V> name(Domain<V> domain, V path) {
    return part(domain, path, 2);
  }

  private static <V> List<V> part(Domain<V> domain, V path, int group) {
    return Branches.then(
        domain.match(PARENT_AND_NAME, path), side -> List.of(side.result().groups().get(group)));
  }

  /** A path without the slashes it begins with. */
  static final Transducer RELATIVE = new Slashes("", (char) 0, false);

  private static final TextSet BAD_ESCAPES = readable("%(?![0-9A-Fa-f]{2})");
  private static final TextSet NULLS = readable("%00");
  private static final TextSet NULLS_AND_SLASHES = readable("%00|%2[Ff]");

  private static final List<Case<Integer>> REFUSED = refused(NULLS);
  private static final List<Case<Integer>> REFUSED_WITH_SLASHES = refused(NULLS_AND_SLASHES);
  private static final List<Integer> REFUSALS = List.of(0, BAD_REQUEST, NOT_FOUND);

  private Paths() {}

  private static List<Case<Integer>> refused(TextSet notFound) {
    return List.of(
        new Case<>(BAD_ESCAPES, BAD_REQUEST),
        new Case<>(notFound, NOT_FOUND),
        new Case<>(new TextSet.Outside(Decoded.WEIRD), 0));
  }

  /** Returns the texts a pattern matches that are decoded from left to right. */
  private static TextSet readable(String pattern) {
    return TextSet.kept(new TextSet.Without(TextSet.matching(pattern), Decoded.WEIRD));
  }

  static Transducer drop(int length) {
    return Transducer.without(length);
  }

  static Transducer keep(int length) {
    return Transducer.only(length);
  }

  static Transformation withoutLast(int length) {
    return text -> text.substring(0, Math.max(0, text.length() - length));
  }

  /**
   * Returns the status with which a request's path is refused; 0 if it is not (ap_normalize_path,
   * ap_unescape_url).
   */
  static Classifier<Integer> refusal(boolean merge, EncodedSlashes slashes) {
    return Classifier.described(
        raw -> refused(raw, merge, slashes),
        slashes == EncodedSlashes.OFF ? REFUSED_WITH_SLASHES : REFUSED,
        REFUSALS);
  }

  private static int refused(String raw, boolean merge, EncodedSlashes slashes) {
    String path = normalized(raw, merge, true);
    if (path == null) {
      return BAD_REQUEST;
    }
    int status = 0;
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '%') {
        int decoded = Escapes.decoded(path, i);
        if (decoded < 0) {
          return BAD_REQUEST;
        }
        boolean slash = decoded == '/' && slashes == EncodedSlashes.OFF;
        status = decoded == 0 || slash ? NOT_FOUND : status;
        i += 2;
      }
    }
    if (status == 0 && slashes == EncodedSlashes.ON) {
      return normalized(Escapes.unescape(path, false), merge, false) == null ? BAD_REQUEST : 0;
    }
    return status;
  }

  /** Normalises and decodes a path that is not refused. */
  static Transducer decode(boolean merge, EncodedSlashes slashes) {
    return new Decoded(merge, slashes);
  }

  static String decoded(String raw, boolean merge, EncodedSlashes slashes) {
    String path = normalized(raw, merge, true);
    String decoded =
        Escapes.unescape(path == null ? raw : path, slashes == EncodedSlashes.NO_DECODE);
    String again = slashes == EncodedSlashes.ON ? normalized(decoded, merge, false) : decoded;
    return again == null ? decoded : again;
  }

  /** Removes dots and, if so wished, adjacent slashes; null if the path leads above the root. */
  private static @org.jspecify.annotations.Nullable String normalized(
      String raw, boolean merge, boolean decodeUnreserved) {
    if (!raw.startsWith("/")) {
      return raw.equals("*") || raw.isEmpty() ? raw : null;
    }
    String text = decodeUnreserved ? unreserved(raw) : raw;
    if (!text.contains("//") && !text.contains("/.")) {
      return text;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = text.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      String segment = segments[i];
      if (segment.equals(".") || (segment.isEmpty() && merge && !last)) {
        if (last) {
          kept.add("");
        }
      } else if (segment.equals("..")) {
        if (kept.isEmpty()) {
          return null;
        }
        kept.remove(kept.size() - 1);
        if (last) {
          kept.add("");
        }
      } else {
        kept.add(segment);
      }
    }
    return "/" + String.join("/", kept);
  }

  private static String unreserved(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int decoded = Escapes.decoded(text, i);
      boolean decode =
          decoded >= 0
              && decoded < 0x80
              && (Character.isLetterOrDigit(decoded) || "-._~".indexOf(decoded) >= 0);
      plain.append(decode ? (char) decoded : text.charAt(i));
      i += decode ? 2 : 0;
    }
    return plain.toString();
  }

  static String file(String path) {
    if (!path.contains("//") && !path.contains("/.")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      boolean last = i == segments.length - 1;
      if (segment.equals("..")) {
        if (!kept.isEmpty()) {
          kept.remove(kept.size() - 1);
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.add(segment);
      }
      if (last
          && (segment.isEmpty()
              || (segment.startsWith(".") && segment.length() < 3 && !kept.contains(segment)))) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
