package org.redirlint.ruleset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in a ruleset's file.
 *
 * @param check the rule's class below {@code org.redirlint.rule}; none for what the parsers and the
 *     resolvers report themselves
 * @param options what the class is told, if it takes options
 * @param message what to say of a finding, with {@code {placeholders}} for its values
 */
record RuleEntry(
    @JsonProperty(required = true) String since,
    @JsonProperty(required = true) String severity,
    @JsonProperty(required = true) List<String> servers,
    @Nullable String check,
    @Nullable Map<String, List<String>> options,
    @JsonProperty(required = true) String summary,
    @JsonProperty(required = true) String message,
    @JsonProperty(required = true) String why,
    @JsonProperty(required = true) String help,
    @JsonProperty(required = true) List<String> references) {}
