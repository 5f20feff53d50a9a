package org.redirlint.ast;

/** The languages a configuration file can be written in. */
public enum Dialect {
  /** An nginx configuration file. */
  NGINX,
  /** An Apache httpd configuration file: the main one, a virtual host, an included fragment. */
  HTTPD,
  /** A per-directory file of Apache httpd. */
  HTACCESS;

  /** Returns the server that reads the file, as rules name it: {@code nginx} or {@code httpd}. */
  public String server() {
    return this == NGINX ? "nginx" : "httpd";
  }
}
