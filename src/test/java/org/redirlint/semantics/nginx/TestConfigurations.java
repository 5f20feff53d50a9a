package org.redirlint.semantics.nginx;

import java.util.Optional;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Document;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.IncludedFiles;
import org.redirlint.resolve.nginx.NginxResolver;
import org.redirlint.resolve.nginx.NginxResult;
import org.redirlint.semantics.Answer;
import org.redirlint.source.SourceFile;

/** Configurations for tests, from their text. */
public final class TestConfigurations {

  private static final IncludedFiles NO_FILES = new NoFiles();

  private TestConfigurations() {}

  public static NginxResult resolve(SourceFile source) {
    Document document = ConfigurationParser.parse(source, Dialect.NGINX).document();
    return NginxResolver.resolve(IncludeExpander.load(document, NO_FILES).configuration());
  }

  public static NginxResult resolve(String text) {
    return resolve(SourceFile.of("nginx.conf", text));
  }

  /** Returns an answer as tests compare them: status and Location. */
  public static String shown(Answer<String> answer) {
    if (answer instanceof Answer.Response<String> response) {
      return response.status() + " " + response.location().orElse("-");
    }
    if (answer instanceof Answer.Closed) {
      return "444 -";
    }
    return answer.toString();
  }

  /** Returns an answer with its headers, as in {@code 301 / | Expires: 0}. */
  public static String shownWithFields(Answer<String> answer) {
    StringBuilder text = new StringBuilder(shown(answer));
    if (answer instanceof Answer.Response<String> response) {
      for (Answer.Field<String> field : response.fields()) {
        text.append(" | ").append(field.name()).append(": ").append(field.value().orElse("?"));
      }
    }
    return text.toString();
  }

  private static final class NoFiles implements IncludedFiles {
    @Override
    public IncludedFiles.Answer find(String pattern, Optional<String> folder, Document main) {
      return new Missing(pattern);
    }
  }
}
