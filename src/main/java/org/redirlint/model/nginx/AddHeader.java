package org.redirlint.model.nginx;

import org.redirlint.model.Template;
import org.redirlint.source.Origin;

/**
 * {@code add_header}.
 *
 * @param origin the directive
 * @param name the header's name
 * @param value its value
 * @param always whether it is added whatever the status
 */
public record AddHeader(Origin origin, String name, Template value, boolean always) {}
