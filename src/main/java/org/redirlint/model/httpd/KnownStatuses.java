package org.redirlint.model.httpd;

import java.util.Arrays;

/** The statuses httpd has a name for; all others count as 500 (ap_index_of_response). */
public final class KnownStatuses {

  /** In ascending order. */
  private static final int[] KNOWN = {
    100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304,
    305, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415,
    416, 417, 421, 422, 423, 424, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507,
    508, 510, 511
  };

  private KnownStatuses() {}

  /** Tells whether there is a name for a status. */
  public static boolean isKnown(int status) {
    return Arrays.binarySearch(KNOWN, status) >= 0;
  }
}
