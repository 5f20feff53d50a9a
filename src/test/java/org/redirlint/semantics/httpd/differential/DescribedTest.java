package org.redirlint.semantics.httpd.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.semantics.CheckedStrings;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.httpd.HttpdSystem;
import org.redirlint.semantics.httpd.TestServers;

/**
 * What is said of httpd's tests and changes by sets, automata and transducers is what its simulator
 * does, for random rule sets and requests.
 */
class DescribedTest {

  private static final int RULE_SETS = Integer.getInteger("described.configurations", 60);
  private static final int REQUESTS = Integer.getInteger("described.requests", 20);
  private static final long SEED = Long.getLong("described.seed", 20261122);

  @TempDir private Path folder;

  @Test
  void setsAndTransducersSayWhatTheSimulatorDoes() throws IOException {
    Random random = new Random(SEED);
    CheckedStrings domain = new CheckedStrings();
    for (int i = 0; i < RULE_SETS; i++) {
      Generator generator = new Generator(new Random(random.nextLong()), "s", 80);
      HttpdSystem<String> server =
          new HttpdSystem<>(domain, Facts.NONE, configuration(generator.ruleSet(), i));
      for (int j = 0; j < REQUESTS; j++) {
        Request request = generator.request();
        if (request.target().matches("/(?:[!-\"$&-~]|%[0-9A-Fa-f]{2})*")) {
          String host =
              request.host().orElse("").replaceAll("\\.?(?::.*)?$", "").toLowerCase(Locale.ROOT);
          domain.run(server, new Url("http", host, 80, request.target()), request.method());
        }
      }
    }
    assertThat(domain.checks()).isGreaterThan(RULE_SETS * REQUESTS);
  }

  private HttpdConfiguration configuration(RuleSet rules, int number) throws IOException {
    Path box = Files.createDirectory(folder.resolve("box" + number));
    StringBuilder hosts = new StringBuilder();
    for (String name : rules.files().keySet()) {
      if (RuleSet.isHost(name)) {
        hosts.append("<VirtualHost *:80>\nServerName ");
        hosts.append(name.equals(RuleSet.HOST) ? "s" : "other.s");
        hosts.append(".test\nDocumentRoot /srv/www/s\n");
        rules.files().get(name).forEach(line -> hosts.append(line).append('\n'));
        hosts.append("</VirtualHost>\n");
      } else {
        Path directory = Files.createDirectories(box.resolve("www/s").resolve(name));
        Files.write(
            directory.resolve(".htaccess"), rules.files().get(name), StandardCharsets.ISO_8859_1);
      }
    }
    return TestServers.resolve(TestServers.framed(hosts.toString()), box, Set.of("ssl"), List.of())
        .configuration();
  }
}
