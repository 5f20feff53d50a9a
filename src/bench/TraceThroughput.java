import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.redirlint.cli.Redirlint;

/**
 * Measures {@code trace --requests}: 100,000 requests against a configuration of 10,000 locations,
 * half of them exact, half of them prefixes. The first rounds warm up; see src/bench/run.
 */
final class TraceThroughput {

  private static final int LOCATIONS = Integer.getInteger("locations", 10_000);
  private static final int REQUESTS = Integer.getInteger("requests", 100_000);
  private static final int ROUNDS = 6;

  private TraceThroughput() {}

  /** Runs the benchmark and prints requests per second, round by round. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("redirlint-benchmark");
    Path configuration = folder.resolve("nginx.conf");
    Path requests = folder.resolve("requests.jsonl");
    Files.writeString(configuration, configuration());
    Files.writeString(requests, requests());
    for (int round = 1; round <= ROUNDS; round++) {
      Counter counter = new Counter();
      PrintWriter out = new PrintWriter(counter);
      long start = System.nanoTime();
      int status =
          Redirlint.commandLine(out, new PrintWriter(System.err, true, StandardCharsets.UTF_8))
              .execute("trace", "--requests", requests.toString(), configuration.toString());
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "round %d: %.0f requests/s (exit status %d, %d bytes out, %d locations)%n",
          round, REQUESTS / seconds, status, counter.written, LOCATIONS);
    }
  }

  private static String configuration() {
    StringBuilder text = new StringBuilder("events {}\nhttp {\n server {\n  listen 80;\n");
    text.append("  server_name example.com;\n");
    for (int i = 0; i < LOCATIONS; i++) {
      text.append("  location ").append(i % 2 == 0 ? "= " : "").append("/old/page-").append(i);
      text.append(" { return 301 https://www.example.com/new/").append(i).append("; }\n");
    }
    return text.append(" }\n}\n").toString();
  }

  private static String requests() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < REQUESTS; i++) {
      text.append("{\"id\": \"r").append(i).append("\", \"method\": \"GET\", \"scheme\": \"http\"");
      text.append(", \"host\": \"example.com\", \"target\": \"/old/page-");
      text.append(i * 7919L % LOCATIONS).append("\", \"headers\": {}}\n");
    }
    return text.toString();
  }

  /** Counts what is written and keeps nothing. */
  private static final class Counter extends Writer {
    private long written;

    @Override
    public void write(char[] characters, int offset, int length) {
      written += length;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
