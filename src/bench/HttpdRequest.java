import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.redirlint.http.Request;
import org.redirlint.lint.ConfigurationLoader;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.semantics.Simulator;
import org.redirlint.site.Knowledge;
import org.redirlint.site.PathMap;
import org.redirlint.site.Target;

/**
 * Measures single requests for httpd against an .htaccess of many rules: how long the rules take to
 * be read, the first request after that, and one among many, in processor time; see src/bench/run.
 * The last line of the rules is asked for, so that none is spared.
 */
final class HttpdRequest {

  private static final int RULES = Integer.getInteger("rules", 100_000);
  private static final int WARM = Integer.getInteger("warm", 100_000);

  private HttpdRequest() {}

  /** Runs the benchmarks; a first one, of few rules, loads the program's classes. */
  public static void main(String[] arguments) throws IOException {
    IntFunction<String> rule = i -> "RewriteRule ^old-" + i + "$ /new-" + i + " [R=301,L]\n";
    IntFunction<String> redirect = i -> "Redirect 301 /old-" + i + " /new-" + i + "\n";
    measure("literal RewriteRules", rule, 100, 10);
    measure("literal RewriteRules", rule, RULES, WARM);
    measure("literal Redirects", redirect, RULES, WARM);
    measure("literal RewriteRules", rule, 1_000, WARM);
    measure(
        "RewriteRules that begin with no text of their own",
        i -> "RewriteRule ^(.+)-" + i + "$ /new-" + i + " [R=301,L]\n",
        1_000,
        WARM / 100);
  }

  private static void measure(String name, IntFunction<String> line, int rules, int warm)
      throws IOException {
    Path folder = Files.createTempDirectory("redirlint-benchmark");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    StringBuilder htaccess = new StringBuilder("RewriteEngine On\n");
    for (int i = 0; i < rules; i++) {
      htaccess.append(line.apply(i));
    }
    Files.writeString(folder.resolve(".htaccess"), htaccess);
    Request request = request("/old-" + (rules - 1));
    long start = processorTime();
    Simulator simulator = simulator(folder);
    long read = processorTime();
    String answer = simulator.answer(request).answer().toString();
    long first = processorTime();
    for (int i = 0; i < warm; i++) {
      simulator.answer(request);
    }
    long half = processorTime();
    for (int i = 0; i < warm; i++) {
      simulator.answer(request);
    }
    long end = processorTime();
    System.out.printf(
        "%,d %s: read in %.0f ms, first request %.3f ms, a warm one %.4f ms (%,.0f requests/s): %s%n",
        rules,
        name,
        (read - start) / 1e6,
        (first - read) / 1e6,
        (end - half) / 1e6 / warm,
        warm / ((end - half) / 1e9),
        answer);
  }

  /** Other programs on the machine do not count. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Simulator simulator(Path folder) throws IOException {
    Knowledge knowledge =
        new Knowledge(
            Optional.of(folder),
            PathMap.NONE,
            Optional.of("127.0.0.1"),
            Optional.of("127.0.0.1"),
            Set.of(),
            false,
            Knowledge.Httpd.USUAL);
    LintRequest request =
        new LintRequest(
            folder.toRealPath(),
            List.of(folder),
            Optional.empty(),
            Optional.empty(),
            knowledge,
            List.of(),
            LocalDate.EPOCH);
    return Target.of(
            ConfigurationLoader.load(request, Progress.NONE).configurations(),
            knowledge,
            request.contents())
        .simulator();
  }

  private static Request request(String target) {
    return new Request(
        "GET",
        "http",
        Optional.of("example.com"),
        target,
        List.of(),
        Optional.empty(),
        OptionalInt.of(80),
        "1.1",
        false);
  }
}
