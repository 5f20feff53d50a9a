package org.redirlint.resolve.httpd;

import java.util.regex.Pattern;

/** The addresses and networks that httpd takes (apr_ipsubnet_create). */
final class NetworkReader {

  /** Why a text is no network. */
  enum Refusal {
    NOT_NUMERIC(""),
    ADDRESS("The specified IP address is invalid."),
    MASK("The specified network mask is invalid."),
    NONE("");

    private final String message;

    Refusal(String message) {
      this.message = message;
    }

    String message() {
      return message;
    }
  }

  private static final Pattern BYTE =
      Pattern.compile("0*([0-9]{1,2}|1[0-9]{2}|2[0-4][0-9]|25[0-5])");
  private static final Pattern BITS = Pattern.compile("[+]?0*([0-9]{1,3})");
  private static final int MOST_FOUR = 32;
  private static final int MOST_SIX = 128;
  private static final int WORDS = 8;

  private NetworkReader() {}

  /** Returns why httpd refuses a network; {@link Refusal#NONE} if it does not. */
  static Refusal refusal(String written) {
    int slash = written.indexOf('/');
    String address = slash < 0 ? written : written.substring(0, slash);
    boolean six = address.indexOf(':') >= 0;
    if (!six && !looksLikeAddress(address)) {
      return Refusal.NOT_NUMERIC;
    }
    if (slash >= 0) {
      return masked(address, written.substring(slash + 1), six);
    }
    return six ? (isSix(address) ? Refusal.NONE : Refusal.ADDRESS) : partOfFour(address);
  }

  private static boolean looksLikeAddress(String address) {
    return !address.isEmpty() && address.matches("[0-9.]+");
  }

  private static Refusal masked(String address, String mask, boolean six) {
    boolean bits = BITS.matcher(mask).matches();
    int length = bits ? Integer.parseInt(mask.replaceFirst("^[+]?0*(?=[0-9])", "")) : 0;
    boolean validMask =
        bits ? length >= 1 && length <= (six ? MOST_SIX : MOST_FOUR) : !six && isFour(mask);
    if (!(six ? isSix(address) : isFour(address))) {
      return Refusal.ADDRESS;
    }
    return validMask ? Refusal.NONE : Refusal.MASK;
  }

  private static boolean isFour(String address) {
    String[] parts = address.split("\\.", -1);
    return parts.length == 4 && partOfFour(address) == Refusal.NONE;
  }

  /** Fewer bytes than four, each with a dot behind it or not, stand for all addresses below. */
  private static Refusal partOfFour(String address) {
    String[] parts = address.split("\\.", -1);
    int count = parts[parts.length - 1].isEmpty() ? parts.length - 1 : parts.length;
    boolean valid = count >= 1 && count <= 4;
    for (int i = 0; i < count; i++) {
      valid &= BYTE.matcher(parts[i]).matches();
    }
    return valid ? Refusal.NONE : Refusal.ADDRESS;
  }

  /** An IPv4 address inside is refused: httpd takes it for one that was written the wrong way. */
  private static boolean isSix(String address) {
    int gap = address.indexOf("::");
    if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int before = words(gap < 0 ? address : address.substring(0, gap));
    int after = words(gap < 0 ? "" : address.substring(gap + 2));
    return before >= 0 && after >= 0 && (gap < 0 ? before == WORDS : before + after < WORDS);
  }

  /** Returns the number of words; -1 if one of them is none. */
  private static int words(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] words = text.split(":", -1);
    for (String word : words) {
      if (!word.matches("[0-9a-fA-F]{1,4}")) {
        return -1;
      }
    }
    return words.length;
  }
}
