package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All who look for configuration files look for the same names. */
class CandidatesTest {

  @ParameterizedTest
  @CsvSource({
    "nginx.conf, true",
    "etc/Apache2.CONF, true",
    "public/.htaccess, true",
    "old.htaccess, true",
    "sites-available/example.com, true",
    "apache/conf.d/moved, true",
    "conf.d/deeper/moved, false",
    "my-snippets/moved, false",
    "Snippets/moved, false",
    "a.vhost, true",
    "b.nginx, true",
    "c.inc, true",
    "c.incl, true",
    "include, false",
    "nginx.conf.orig, false",
    "README.md, false",
    "node_modules/a/nginx.conf, false",
    "a/node_modules/nginx.conf, false",
  })
  void areKnownByTheirNames(String name, boolean wanted) throws Exception {
    JsonNode hook =
        new YAMLMapper().readTree(Files.readString(Path.of(".pre-commit-hooks.yaml"))).get(0);
    boolean named =
        Pattern.compile(hook.get("files").asString()).matcher(name).find()
            && !Pattern.compile(hook.get("exclude").asString()).matcher(name).find();
    assertThat(named).as(".pre-commit-hooks.yaml").isEqualTo(wanted);
    assertThat(FileFinder.isFound(Path.of(name))).as("FileFinder").isEqualTo(wanted);
  }
}
