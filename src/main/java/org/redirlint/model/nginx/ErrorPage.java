package org.redirlint.model.nginx;

import java.util.OptionalInt;
import org.redirlint.model.Template;
import org.redirlint.source.Origin;

/**
 * One status of an {@code error_page} directive.
 *
 * @param origin the directive
 * @param status the status it stands for, 300 to 599
 * @param response the status to answer with; 0 for a lone {@code =}: that of the page itself; empty
 *     where none is given
 * @param page a URI, a URL or a named location
 */
public record ErrorPage(Origin origin, int status, OptionalInt response, Template page) {}
