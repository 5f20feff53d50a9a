package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.semantics.FileStatus;

/**
 * The folders a server has whatever its files are: the usual ones of the root, those that lead to
 * the document roots, and those an {@code .htaccess} file lies in.
 */
final class KnownFolders {

  private static final Set<String> ROOT =
      Set.of(
          "/", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/media", "/mnt", "/opt",
          "/proc", "/root", "/run", "/sbin", "/srv", "/sys", "/tmp", "/usr", "/var");

  private final TreeSet<String> folders = new TreeSet<>(ROOT);

  KnownFolders(HttpdConfiguration configuration) {
    add(configuration.main());
    configuration.hosts().forEach(this::add);
    configuration.htaccess().keySet().forEach(this::addWithParents);
  }

  private void add(VirtualHost host) {
    addWithParents(host.documentRoot());
    host.directories().stream()
        .filter(section -> section.pattern().isEmpty() && !section.wildcard())
        .forEach(section -> addWithParents(section.name()));
  }

  private void addWithParents(String path) {
    String folder = path.replaceFirst("/+$", "");
    while (folder.startsWith("/") && folders.add(folder)) {
      folder = folder.substring(0, folder.lastIndexOf('/'));
    }
  }

  /** Returns the folders, the deepest first. */
  List<String> deepestFirst() {
    return List.copyOf(folders.descendingSet());
  }

  /** Returns what is at a path; nothing is taken to be beside the usual folders of the root. */
  Optional<FileStatus> known(String path) {
    if (folders.contains(path)) {
      return Optional.of(FileStatus.DIRECTORY);
    }
    int second = path.indexOf('/', 1);
    String first = second < 0 ? path : path.substring(0, second);
    return folders.contains(first) ? Optional.empty() : Optional.of(FileStatus.MISSING);
  }
}
