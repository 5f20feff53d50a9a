package org.redirlint.model;

/** What a server would load: {@code NginxConfiguration} or {@code HttpdConfiguration}. */
public interface Configuration {}
