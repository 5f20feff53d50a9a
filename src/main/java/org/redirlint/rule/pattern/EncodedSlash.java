package org.redirlint.rule.pattern;

import java.util.stream.Stream;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/**
 * Reports what waits for an encoded slash in a path that the server never lets through, and each
 * redirect of httpd to such a path of its own, which it answers by 404.
 *
 * @see <a
 *     href="https://httpd.apache.org/docs/2.4/mod/core.html#allowencodedslashes">AllowEncodedSlashes</a>
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_core_module.html#location">normalized
 *     URIs</a>
 */
public final class EncodedSlash implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return Stream.concat(
        EncodedSlashSources.find(project).stream(), EncodedSlashTargets.find(project));
  }
}
