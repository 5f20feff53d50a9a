import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.redirlint.cli.Redirlint;

/**
 * Measures {@code trace --requests} for httpd: 100,000 requests against an .htaccess of 1,000 rules,
 * and against 100,000 literal lines of RewriteRule and of Redirect; see src/bench/run.
 */
final class HttpdThroughput {

  private static final int REQUESTS = Integer.getInteger("requests", 100_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);

  private HttpdThroughput() {}

  /** Runs the benchmarks and prints requests per second, round by round. */
  public static void main(String[] arguments) throws IOException {
    measure("1,000 rules", rules(1_000), 1_000);
    measure("100,000 literal RewriteRules", rules(100_000), 100_000);
    measure("100,000 literal Redirects", redirects(100_000), 100_000);
  }

  private static String rules(int count) {
    StringBuilder text = new StringBuilder("RewriteEngine On\n");
    for (int i = 0; i < count; i++) {
      text.append("RewriteRule ^old-").append(i).append("$ /new-").append(i).append(" [R=301,L]\n");
    }
    return text.toString();
  }

  private static String redirects(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("Redirect 301 /old-").append(i).append(" /new-").append(i).append('\n');
    }
    return text.toString();
  }

  private static void measure(String name, String htaccess, int count) throws IOException {
    Path folder = Files.createTempDirectory("redirlint-benchmark");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve(".htaccess"), htaccess);
    Path requests = folder.resolve("requests.jsonl");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < REQUESTS; i++) {
      text.append("{\"id\": \"r").append(i).append("\", \"method\": \"GET\", \"scheme\": \"http\"");
      text.append(", \"host\": \"example.com\", \"target\": \"/old-");
      text.append(i * 7919L % count).append("\", \"headers\": {}}\n");
    }
    Files.writeString(requests, text);
    for (int round = 1; round <= ROUNDS; round++) {
      PrintWriter out = new PrintWriter(Writer.nullWriter());
      long start = System.nanoTime();
      int status =
          Redirlint.commandLine(out, new PrintWriter(System.err, true, StandardCharsets.UTF_8))
              .execute(
                  "trace", "--no-follow", "--requests", requests.toString(), folder.toString());
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%s, round %d: %.0f requests/s, reading included (exit status %d)%n",
          name, round, REQUESTS / seconds, status);
    }
  }
}
