package org.redirlint.model.nginx;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.source.Origin;

/**
 * What a context inherits from the one around it.
 *
 * @param root where the files are
 * @param index the index files, at least one
 * @param autoindex whether directories are listed
 * @param errorPages the error pages, in the order written
 * @param redirects how a Location becomes absolute
 * @param access who may come in
 * @param headers the headers that are added
 * @param proxy what holds for requests that are handed on
 * @param referers {@code valid_referers}; empty where none are named
 * @param msieRefresh whether redirects are sent to MSIE as a page that refreshes itself
 * @param davMethods whether {@code dav_methods} lets the file system be written
 * @param interceptor a directive of a module that can change any answer; empty if there is none
 */
public record Settings(
    Root root,
    List<Template> index,
    boolean autoindex,
    ErrorPages errorPages,
    Redirects redirects,
    Access access,
    List<AddHeader> headers,
    ProxySettings proxy,
    Optional<Referers> referers,
    boolean msieRefresh,
    boolean davMethods,
    Optional<Handler> interceptor) {

  public Settings {
    index = List.copyOf(index);
    headers = List.copyOf(headers);
  }

  /**
   * {@code root} or {@code alias}.
   *
   * @param origin the directive; empty for the default
   * @param path the directory
   * @param alias how much of the URI the path replaces
   * @param replaced what of the URI the path replaces, for {@link Alias#PREFIX}
   */
  public record Root(Optional<Origin> origin, Template path, Alias alias, String replaced) {
    /** Where relative paths begin: the prefix nginx is commonly built with. */
    public static final String PREFIX = "/usr/share/nginx/";
  }

  /** What of the URI a path replaces. */
  public enum Alias {
    /** Nothing: {@code root}. */
    NONE,
    /** The location's prefix. */
    PREFIX,
    /** The whole URI: {@code alias} in a location given by a regular expression. */
    WHOLE
  }

  /**
   * {@code error_page} and {@code recursive_error_pages}.
   *
   * @param pages the error pages, in the order written
   * @param recursive whether an error page's own errors have error pages
   */
  public record ErrorPages(List<ErrorPage> pages, boolean recursive) {
    public ErrorPages {
      pages = List.copyOf(pages);
    }
  }

  /**
   * How a Location that begins with a slash is sent.
   *
   * @param absolute {@code absolute_redirect}
   * @param serverName {@code server_name_in_redirect}
   * @param port {@code port_in_redirect}
   */
  public record Redirects(boolean absolute, boolean serverName, boolean port) {}

  /**
   * Who may come in.
   *
   * @param rules {@code allow} and {@code deny}, in the order written
   * @param realm {@code auth_basic}; empty if it is off, or no user file is named
   * @param subrequest {@code auth_request}; empty if it is off
   * @param told the variables that {@code auth_request_set} sets, in lower case
   * @param code code that is asked, {@code access_by_lua} and its like; empty if there is none
   * @param satisfyAny whether one of all suffices
   */
  public record Access(
      List<AccessRule> rules,
      Optional<Template> realm,
      Optional<Handler> subrequest,
      List<String> told,
      Optional<Handler> code,
      boolean satisfyAny) {
    /** Everybody may. */
    public static final Access OPEN =
        new Access(
            List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false);

    public Access {
      told = List.copyOf(told);
      rules = List.copyOf(rules);
    }
  }
}
