package org.redirlint.resolve.httpd;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The directives that decide redirects: how many arguments they take and where httpd allows them,
 * as {@code httpd -L} lists them.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/quickreference.html">Quick reference</a>
 */
final class DirectiveTable {

  private static final String TABLE =
      """
      <Directory               any  server
      <Location                any  server
      <VirtualHost             any  server
      <Files                   any  anywhere htaccess
      <Limit                   any  section  htaccess
      <LimitExcept             any  section  htaccess
      <DirectoryMatch          any  server
      <LocationMatch           any  server
      <FilesMatch              any  anywhere htaccess
      AcceptPathInfo           1    anywhere htaccess
      <If                      any  anywhere htaccess
      <ElseIf                  any  anywhere htaccess
      <Else                    any  anywhere htaccess
      AccessFileName           any  server
      DocumentRoot             1    server
      ErrorDocument            2    anywhere htaccess
      AllowOverride            any  section
      AllowOverrideList        any  section
      Options                  any  anywhere htaccess
      ServerName               1    server
      ServerAlias              any  server
      ServerPath               1    server
      UseCanonicalName         1    anywhere
      UseCanonicalPhysicalPort 1    anywhere
      LimitRequestLine         1    server
      LimitInternalRecursion   1-2  server
      ForceType                1    anywhere htaccess
      SetHandler               1    anywhere htaccess
      AllowEncodedSlashes      1    server
      TraceEnable              1    server
      HttpProtocolOptions      1+   server
      MergeSlashes             flag server
      AuthType                 1    section  htaccess
      AuthName                 1    section  htaccess
      Require                  any  section  htaccess
      <RequireAll              any  section  htaccess
      <RequireAny              any  section  htaccess
      <RequireNone             any  section  htaccess
      AuthMerging              1    section  htaccess
      order                    1    section  htaccess
      allow                    2+   section  htaccess
      deny                     2+   section  htaccess
      Satisfy                  1    section  htaccess
      Alias                    1-2  anywhere
      ScriptAlias              1-2  anywhere
      Redirect                 1-3  anywhere htaccess
      AliasMatch               2    server
      ScriptAliasMatch         2    server
      RedirectMatch            2-3  anywhere htaccess
      RedirectTemp             2    anywhere htaccess
      RedirectPermanent        2    anywhere htaccess
      RedirectRelative         flag anywhere htaccess
      FallbackResource         1    anywhere htaccess
      DirectoryIndex           any  anywhere htaccess
      DirectorySlash           flag anywhere htaccess
      DirectoryCheckHandler    flag anywhere htaccess
      DirectoryIndexRedirect   1    anywhere htaccess
      AddHandler               2+   anywhere htaccess
      AddType                  2+   anywhere htaccess
      RemoveHandler            1+   anywhere htaccess
      PassEnv                  1+   anywhere htaccess
      SetEnv                   1-2  anywhere htaccess
      UnsetEnv                 1+   anywhere htaccess
      SetEnvIf                 any  anywhere htaccess
      SetEnvIfNoCase           any  anywhere htaccess
      SetEnvIfExpr             any  anywhere htaccess
      BrowserMatch             any  anywhere htaccess
      BrowserMatchNoCase       any  anywhere htaccess
      Header                   any  anywhere htaccess
      RequestHeader            any  anywhere htaccess
      RewriteEngine            flag anywhere htaccess
      RewriteOptions           1+   anywhere htaccess
      RewriteBase              1    anywhere htaccess
      RewriteCond              any  anywhere htaccess
      RewriteRule              any  anywhere htaccess
      RewriteMap               2-3  server
      CheckSpelling            flag anywhere htaccess
      CheckCaseOnly            flag anywhere htaccess
      CheckBasenameMatch       flag anywhere htaccess
      SSLEngine                1    server
      TypesConfig              1    server
      Listen                   any  server
      """;

  private static final Map<String, Entry> ENTRIES = read();

  private DirectiveTable() {}

  /**
   * What httpd demands of a directive.
   *
   * @param name its name, a section's with its opening bracket
   * @param count how many arguments it takes
   * @param server whether it may stand outside of sections
   * @param section whether it may stand in {@code Directory}, {@code Files}, {@code Location} and
   *     {@code If}
   * @param accessFile whether it may stand in {@code .htaccess} files
   */
  record Entry(
      String name, ArgumentCount count, boolean server, boolean section, boolean accessFile) {}

  /**
   * Returns what httpd demands of a directive; empty for one that is not known here.
   *
   * @param name the name in lower case, a section's with its opening bracket
   */
  static Optional<Entry> of(String name) {
    return Optional.ofNullable(ENTRIES.get(name));
  }

  private static Map<String, Entry> read() {
    Map<String, Entry> entries = new HashMap<>();
    TABLE
        .lines()
        .forEach(
            line -> {
              String[] columns = line.split(" +", -1);
              entries.put(
                  columns[0].toLowerCase(Locale.ROOT),
                  new Entry(
                      columns[0],
                      ArgumentCount.of(columns[1]),
                      !columns[2].equals("section"),
                      !columns[2].equals("server"),
                      columns.length > 3));
            });
    return Map.copyOf(entries);
  }
}
