package org.redirlint.resolve.httpd;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.httpd.CoreSettings.Overridable;

/**
 * The directives that may stand in {@code .htaccess} files, by the class that must be overridable
 * for them.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/overrides.html">Overrides</a>
 */
final class KnownDirectives {

  private static final Map<String, Overridable> IN_HTACCESS = new HashMap<>();

  private static void add(Overridable override, String names) {
    for (String name : java.util.List.of(names.strip().split("\\s+"))) {
      IN_HTACCESS.put(name, override);
    }
  }

  static {
    add(
        Overridable.AUTH_CONFIG,
        """
        authtype authname require requireall requireany requirenone authmerging satisfy
        authuserfile authgroupfile authbasicprovider authbasicauthoritative authbasicfake
        authdigestprovider authdigestalgorithm authdigestqop authdigestnonceformat
        authdbmuserfile authdbmgroupfile authdbmtype authformprovider authldapurl
        authzsendforbiddenonfailure anonymous anonymous_logemail anonymous_mustgiveemail
        anonymous_nouserid anonymous_verifyemail sslrequire sslrequiressl sslciphersuite
        sslverifyclient sslverifydepth ssluserName isapiappendlogtoquery
        """);
    add(Overridable.LIMIT, "order allow deny allowmethods");
    add(
        Overridable.INDEXES,
        """
        directoryindex directoryslash directorycheckhandler fallbackresource indexoptions
        indexignore indexignorereset indexorderdefault indexheadinsert indexstylesheet addalt
        addaltbyencoding addaltbytype adddescription addicon addiconbyencoding addiconbytype
        defaulticon headername readmename expiresactive expiresbytype expiresdefault
        metadir metafiles metasuffix imapbase imapdefault imapmenu directoryindexredirect
        """);
    add(
        Overridable.OPTIONS,
        """
        options contentdigest xbithack checkspelling checkcaseonly checkbasenamematch
        sslrenegbuffersize ssloptions setoutputfilter_options filterchain filterdeclare
        filterprotocol filterprovider filtertrace ssiendtag sslproxy
        """);
    add(
        Overridable.FILE_INFO,
        """
        rewriteengine rewriteoptions rewritebase rewritecond rewriterule redirect redirectmatch
        redirectpermanent redirecttemp redirectrelative setenv unsetenv passenv setenvif
        setenvifnocase setenvifexpr browsermatch browsermatchnocase header requestheader
        errordocument acceptpathinfo forcetype sethandler addhandler removehandler addtype
        removetype addencoding removeencoding addlanguage removelanguage addcharset removecharset
        addoutputfilter removeoutputfilter addinputfilter removeinputfilter setinputfilter
        setoutputfilter addoutputfilterbytype defaulttype defaultlanguage languagepriority
        forcelanguagepriority adddefaultcharset multiviewsmatch modmimeusepathinfo action
        fileetag enablemmap enablesendfile serversignature limitrequestbody limitxmlrequestbody
        cookietracking cookiename cookiedomain cookieexpires cookiestyle cookiesamesite
        substitute substitutemaxlinelength cgimapextension cgivar cgipassauth scriptinterpretersource
        qualifyredirecturl usecanonicalname_ session sessioncookiename sessionmaxage sessionenv
        sessionheader brotlialterenvironment deflatealteretag cacheenable_ cachedisable
        luahook brotlicompressionquality regexdefaultoptions_ readbuffersize flushmaxpipelined_
        php_value php_flag asis expiresfile_ proxyerroroverride_ maxranges maxrangeoverlaps
        maxrangereversals
        """);
  }

  private KnownDirectives() {}

  /** Returns the class of a directive that may stand in {@code .htaccess} files. */
  static Optional<Overridable> override(String name) {
    return Optional.ofNullable(IN_HTACCESS.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Tells whether a directive is one of httpd's. */
  static boolean isKnown(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return IN_HTACCESS.containsKey(lower)
        || java.util.Set.of(
                "documentroot",
                "alias",
                "aliasmatch",
                "servername",
                "serveralias",
                "virtualhost",
                "directory",
                "directorymatch",
                "location",
                "locationmatch",
                "files",
                "filesmatch",
                "if",
                "elseif",
                "else",
                "proxypass",
                "rewritemap",
                "listen",
                "include",
                "limit",
                "limitexcept",
                "allowoverride",
                "sslengine",
                "usecanonicalname")
            .contains(lower);
  }
}
