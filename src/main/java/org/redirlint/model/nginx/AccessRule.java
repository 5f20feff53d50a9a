package org.redirlint.model.nginx;

import java.util.Optional;
import org.redirlint.source.Origin;

/**
 * {@code allow} or {@code deny}.
 *
 * @param origin the directive
 * @param deny whether it denies
 * @param network whom it concerns; empty for {@code all}
 */
public record AccessRule(Origin origin, boolean deny, Optional<Network> network) {}
