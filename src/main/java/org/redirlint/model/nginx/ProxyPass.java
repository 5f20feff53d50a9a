package org.redirlint.model.nginx;

import org.redirlint.model.Template;

/**
 * {@code proxy_pass}.
 *
 * @param url the URL as written
 * @param location the part of the URI that the URL's own URI takes the place of: the name of the
 *     location; the empty text where there is none, or a regular expression
 */
public record ProxyPass(Template url, String location) {}
