import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.NodeFile;
import org.redirlint.ruleset.yaml.YamlFile;

/** Reads the rulesets in a folder, so that no start has to, and writes what it has read to a file. */
final class ReadRulesets {

  public static void main(String[] arguments) throws IOException {
    Map<String, Node> read = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = "rulesets/" + file.getFileName();
        read.put(name, YamlFile.read(name, Files.readString(file)));
      }
    }
    Files.write(Path.of(arguments[1]), NodeFile.write(read));
  }
}
