package org.redirlint.regex;

import java.util.List;
import java.util.Optional;

/**
 * A PCRE pattern in the words of the two matchers.
 *
 * @param linear for RE2/J; empty if it cannot express the pattern with the same meaning
 * @param backtracking for java.util.regex; empty if it cannot express the pattern
 * @param names the named groups
 * @param groupCount the number of groups
 * @param obstacle what neither matcher can express; the empty string if one of them can
 */
record Translation(
    Optional<String> linear,
    Optional<String> backtracking,
    List<Regex.GroupName> names,
    int groupCount,
    String obstacle) {}
