package org.redirlint.semantics.httpd;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The host of a request (fix_hostname).
 *
 * @param name the name in lower case; empty if there is none
 * @param port the port
 * @param valid whether httpd takes it
 */
record HostName(Optional<String> name, OptionalInt port, boolean valid) {

  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-][a-z0-9._-]*");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
  private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){3}");

  /** The last label begins with a letter. */
  private static final Pattern LETTER_LAST = Pattern.compile(".*\\.[a-z][^.]*");

  static HostName of(Optional<String> header) {
    if (header.isEmpty()) {
      return new HostName(Optional.empty(), OptionalInt.empty(), true);
    }
    String text = header.get().strip();
    if (text.isEmpty()) {
      return new HostName(Optional.empty(), OptionalInt.empty(), false);
    }
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > text.lastIndexOf(']');
    String name = (hasPort ? text.substring(0, colon) : text).toLowerCase(Locale.ROOT);
    String digits = hasPort ? text.substring(colon + 1) : "";
    boolean number = PORT.matcher(digits).matches() && isPort(Integer.parseInt(digits));
    boolean valid = isName(name) && (!hasPort || number);
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return new HostName(
        Optional.of(bare),
        number ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty(),
        valid);
  }

  private static boolean isPort(int number) {
    return number > 0 && number < 65_536;
  }

  private static boolean isName(String name) {
    if (name.startsWith("[")) {
      return isAddress(name.replaceAll("[\\[\\]]", ""));
    }
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (!NAME.matcher(bare).matches() || bare.contains("..")) {
      return false;
    }
    if (NUMBERS.matcher(bare).matches()) {
      return IPV4.matcher(bare).matches();
    }
    return bare.lastIndexOf('.') < 0 || LETTER_LAST.matcher(bare).matches();
  }

  /** Tells whether a text is an IPv6 address: eight groups, or fewer around one gap. */
  private static boolean isAddress(String text) {
    if (!text.matches("[0-9a-f:]+(\\d+(\\.\\d+){3})?")) {
      return false;
    }
    int gap = text.indexOf("::");
    boolean oneGap = gap < 0 || text.indexOf("::", gap + 1) < 0;
    long groups = java.util.Arrays.stream(text.split(":")).filter(g -> !g.isEmpty()).count();
    boolean sane = text.matches("(:?:?[0-9a-f]{1,4})*(::)?");
    return oneGap && sane && (gap >= 0 ? groups < 8 : groups == 8);
  }
}
