package org.redirlint.ast;

import org.redirlint.source.Span;

/**
 * One word of a directive.
 *
 * @param span its place in the file
 * @param raw the text in the file, quotes and escapes included
 * @param value what the server takes it for: quotes removed, escapes resolved, lines joined
 * @param quoting how it is written
 */
public record Argument(Span span, String raw, String value, Quoting quoting) {}
