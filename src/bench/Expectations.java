import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes lists of redirects for both servers, and a table of what is expected of each of them. */
final class Expectations {

  /** Takes a folder and how many redirects to write. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    StringBuilder locations = new StringBuilder("server {\n    server_name www.example.com;\n");
    StringBuilder redirects = new StringBuilder();
    StringBuilder rules = new StringBuilder("RewriteEngine On\n");
    StringBuilder table = new StringBuilder("Old URL;Status;Final URL\n");
    for (int i = 0; i < count; i++) {
      String from = "old-" + i + ".html";
      String to = "https://new.example.com/page-" + i;
      locations.append("    location = /%s { return 301 %s; }\n".formatted(from, to));
      redirects.append("Redirect 301 /%s %s\n".formatted(from, to));
      rules.append("RewriteRule ^old-%d\\.html$ %s [R=301,L]\n".formatted(i, to));
      table.append("/%s;301;%s\n".formatted(from, to));
    }
    Files.writeString(folder.resolve("locations.nginx.conf"), locations.append("}\n"));
    Files.writeString(folder.resolve("redirects.htaccess"), redirects);
    Files.writeString(folder.resolve("rules.htaccess"), rules);
    Files.writeString(folder.resolve("move.csv"), table);
  }
}
