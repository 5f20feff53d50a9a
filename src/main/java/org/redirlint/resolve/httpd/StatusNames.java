package org.redirlint.resolve.httpd;

import java.util.stream.IntStream;

/** The statuses httpd has a name for; all others count as 500 (ap_index_of_response). */
final class StatusNames {

  private static final int[] KNOWN = {
    100, 101, 102, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305,
    307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416,
    417, 421, 422, 423, 424, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508,
    510, 511
  };

  private StatusNames() {}

  static boolean isKnown(int status) {
    return IntStream.of(KNOWN).anyMatch(known -> known == status);
  }
}
