package org.redirlint.http;

/**
 * A header field.
 *
 * @param name its name as sent
 * @param value its value as sent, one character for each byte
 */
public record Header(String name, String value) {}
