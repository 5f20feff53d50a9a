import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a folder of many sites, each with an .htaccess file of its own. */
final class ManyFiles {

  /** Takes a folder and how many files to write below it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    for (int i = 0; i < count; i++) {
      Path site = Files.createDirectories(folder.resolve("part%03d/site%05d".formatted(i / 100, i)));
      Files.writeString(
          site.resolve(".htaccess"),
          """
          ErrorDocument 404 /404.html
          Redirect 301 /moved-%1$d.html /here-%1$d.html
          Redirect 301 /old-%1$d/ /new-%1$d/
          Redirect 301 /gone /still-here
          """
              .formatted(i));
    }
  }
}
