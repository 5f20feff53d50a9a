package org.redirlint.semantics.nginx.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.resolve.nginx.NginxResult;
import org.redirlint.semantics.CheckedStrings;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.nginx.NginxSystem;
import org.redirlint.semantics.nginx.TestConfigurations;

/**
 * What is said of nginx's tests and changes by sets, automata and transducers is what its simulator
 * does, for random configurations and requests.
 */
class DescribedTest {

  private static final int CONFIGURATIONS = Integer.getInteger("described.configurations", 100);
  private static final int REQUESTS = Integer.getInteger("described.requests", 20);
  private static final long SEED = Long.getLong("described.seed", 20261122);
  private static final int[] PORTS = {80, 8080, 443, 8443};

  @Test
  void setsAndTransducersSayWhatTheSimulatorDoes() {
    Random random = new Random(SEED);
    CheckedStrings domain = new CheckedStrings();
    for (int i = 0; i < CONFIGURATIONS; i++) {
      Generator generator = new Generator(new Random(random.nextLong()), PORTS, "/srv/www");
      String text = "http {\n" + Node.print(generator.configuration(), "") + "}\n";
      NginxResult resolved = TestConfigurations.resolve(text);
      if (resolved.problems().isEmpty()) {
        NginxSystem<String> server =
            new NginxSystem<>(domain, Facts.NONE, resolved.configuration());
        for (int j = 0; j < REQUESTS; j++) {
          Request request = generator.request();
          if (request.target().matches("/(?:[!-\"$&-~]|%[0-9A-Fa-f]{2})*")) {
            String host =
                request.host().orElse("").replaceAll("\\.?(?::.*)?$", "").toLowerCase(Locale.ROOT);
            int port = request.port().orElse(80);
            domain.run(
                server, new Url(request.scheme(), host, port, request.target()), request.method());
          }
        }
      }
    }
    assertThat(domain.checks()).isGreaterThan(CONFIGURATIONS * REQUESTS);
  }
}
