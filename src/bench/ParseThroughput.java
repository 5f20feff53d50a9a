import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.redirlint.ast.Dialect;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.source.SourceFile;

/** Prints how many megabytes a second the parsers read once they are warm; see src/bench/run. */
final class ParseThroughput {

  private static final int WARM_UP = 15;
  private static final int ROUNDS = 9;

  /** Measures both parsers. */
  public static void main(String[] arguments) {
    report("nginx, 100,000 lines", nginx(100_000), Dialect.NGINX);
    report("nginx,  10,000 lines", nginx(10_000), Dialect.NGINX);
    report("httpd, 100,000 lines", httpd(100_000), Dialect.HTACCESS);
    report("httpd,  10,000 lines", httpd(10_000), Dialect.HTACCESS);
  }

  static String nginx(int lines) {
    StringBuilder text = new StringBuilder("server {\n");
    for (int i = 0; i < lines; i++) {
      text.append("    location = /old-").append(i).append(" { return 301 /new-").append(i).append("; }\n");
    }
    return text.append("}\n").toString();
  }

  static String httpd(int lines) {
    StringBuilder text = new StringBuilder("RewriteEngine On\n");
    for (int i = 0; i < lines; i++) {
      text.append("RewriteRule ^old-").append(i).append("$ /new-").append(i).append(" [R=301,L]\n");
    }
    return text.toString();
  }

  private static void report(String name, String text, Dialect dialect) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    double[] seconds = new double[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      System.gc(); // The garbage of one round is not to be paid for by the next.
      long start = System.nanoTime();
      int nodes =
          ConfigurationParser.parse(SourceFile.of(name, bytes), dialect).document().nodes().size();
      if (i >= 0) {
        seconds[i] = (System.nanoTime() - start) / 1e9;
      }
      if (nodes == 0) {
        throw new IllegalStateException("nothing was read");
      }
    }
    Arrays.sort(seconds);
    System.out.printf(
        "%s: %6.1f MB/s (median of %d; %.1f ms)%n",
        name, bytes.length / 1e6 / seconds[ROUNDS / 2], ROUNDS, seconds[ROUNDS / 2] * 1e3);
  }
}
