package org.redirlint.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redirlint.model.SingleSlashes;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;

/** Knows the files of some folders on this disk, and nothing beyond them. */
public final class DiskFacts implements Facts {

  private static final int NAME_MAX = 255;
  private static final int PATH_MAX = 4096;
  private static final int MOST_LINKS = 40;
  private static final String DEFAULT_ROOT = "/usr/share/nginx/html";

  private final Disk disk = new Disk();
  private final List<Mapping> mappings;
  private final Optional<String> clientAddress;
  private final Optional<String> serverAddress;

  /**
   * Takes the folders that are known.
   *
   * @param folders where the server's paths are found on this disk, by the server's path
   * @param clientAddress the client's address
   * @param serverAddress the address the client reached the server at
   */
  public DiskFacts(
      Map<String, Path> folders, Optional<String> clientAddress, Optional<String> serverAddress) {
    this.mappings =
        folders.entrySet().stream()
            .map(entry -> Mapping.of(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingInt((Mapping m) -> m.prefix().length()).reversed())
            .toList();
    this.clientAddress = clientAddress;
    this.serverAddress = serverAddress;
  }

  private record Mapping(String prefix, Path realFolder) {
    static Mapping of(String prefix, Path folder) {
      Path real;
      try {
        real = folder.toRealPath();
      } catch (IOException missing) {
        real = folder.toAbsolutePath().normalize();
      }
      String bare = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
      return new Mapping(bare, real);
    }

    boolean covers(String path) {
      return path.startsWith(prefix)
          && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
  }

  @Override
  public Optional<String> hostname() {
    return Optional.empty();
  }

  @Override
  public Optional<String> clientAddress() {
    return clientAddress;
  }

  @Override
  public Optional<String> serverAddress() {
    return serverAddress;
  }

  @Override
  public Optional<LocalDateTime> time() {
    return Optional.of(LocalDateTime.now(ZoneId.systemDefault()));
  }

  @Override
  public Optional<Boolean> hasContent(String path) {
    return here(path).map(file -> Files.isRegularFile(file) && size(file) > 0);
  }

  @Override
  public Optional<Boolean> isSymbolicLink(String path) {
    return here(path).map(Files::isSymbolicLink);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      return 0;
    }
  }

  /** Returns where a path lies on this disk; symbolic links lead out only to known folders. */
  private Optional<Path> here(String path) {
    if (file(path).isEmpty()) {
      return Optional.empty();
    }
    for (Mapping mapping : mappings) {
      if (mapping.covers(path)) {
        String rest = path.substring(mapping.prefix().length()).replaceFirst("^/+", "");
        try {
          return Optional.of(mapping.realFolder().resolve(decoded(rest)));
        } catch (InvalidPathException notAName) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<FileStatus> file(String path) {
    return find(path, 0).map(Found::status);
  }

  @Override
  public Optional<Set<String>> names(String path) {
    Optional<Found> found = find(path, 0);
    if (found.filter(f -> f.status() != FileStatus.DIRECTORY).isPresent()) {
      return Optional.of(Set.of());
    }
    return found
        .flatMap(Found::place)
        .flatMap(disk::names)
        .map(names -> names.stream().map(DiskFacts::encoded).collect(Collectors.toSet()));
  }

  /** What is at a path, and where on this disk, if there is anything. */
  private record Found(FileStatus status, Optional<Path> place) {
    static Optional<Found> nothing(FileStatus why) {
      return Optional.of(new Found(why, Optional.empty()));
    }
  }

  private Optional<Found> find(String path, int links) {
    String clean = SingleSlashes.in(path);
    if (path.length() > PATH_MAX || path.indexOf('\0') >= 0 || links > MOST_LINKS) {
      return Found.nothing(FileStatus.MISSING);
    }
    for (Mapping mapping : mappings) {
      if (mapping.covers(clean)) {
        return below(mapping, clean.substring(mapping.prefix().length()), links);
      }
    }
    // Nobody keeps files where nginx would look if no root were given.
    return !mappings.isEmpty() && clean.startsWith(DEFAULT_ROOT)
        ? Found.nothing(FileStatus.MISSING)
        : Optional.empty();
  }

  /** Walks down from a folder, name by name, as the worker process would have to. */
  private Optional<Found> below(Mapping mapping, String path, int links) {
    Path at = mapping.realFolder();
    String reached = mapping.prefix();
    String[] names = path.split("/");
    for (int i = 0; i < names.length; i++) {
      if (names[i].isEmpty()) {
        continue;
      }
      Disk.Place here = disk.look(at);
      if (!here.status().isDirectory()) {
        return Found.nothing(here.status().isFile() ? FileStatus.NOT_A_DIRECTORY : here.status());
      }
      if (!here.searchable()) {
        return Found.nothing(FileStatus.ACCESS_DENIED);
      }
      if (names[i].length() > NAME_MAX) {
        return Found.nothing(FileStatus.MISSING);
      }
      Path next;
      try {
        next = at.resolve(decoded(names[i]));
      } catch (InvalidPathException notAName) {
        return Found.nothing(FileStatus.MISSING);
      }
      if (names[i].equals("..") || disk.look(next).symbolicLink()) {
        String rest = String.join("/", Arrays.asList(names).subList(i + 1, names.length));
        String slash = path.endsWith("/") ? "/" : "";
        return leadTo(reached, names[i], next)
            .flatMap(
                target -> find(target + (rest.isEmpty() ? "" : "/" + rest) + slash, links + 1));
      }
      at = next;
      reached += "/" + names[i];
    }
    FileStatus last = disk.look(at).status();
    return path.endsWith("/") && last.isFile()
        ? Found.nothing(FileStatus.NOT_A_DIRECTORY)
        : Optional.of(new Found(last, Optional.of(at)));
  }

  /** Returns the server's path behind a symbolic link, or behind {@code ..}. */
  private Optional<String> leadTo(String folder, String name, Path link) {
    if (name.equals("..")) {
      return Optional.of(parent(folder));
    }
    String target;
    try {
      target = encoded(Files.readSymbolicLink(link).toString());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    if (!target.startsWith("/")) {
      return Optional.of(folder + "/" + target);
    }
    for (Mapping mapping : mappings) {
      String here = encoded(mapping.realFolder().toString());
      if (target.equals(here) || target.startsWith(here + "/")) {
        return Optional.of(mapping.prefix() + target.substring(here.length()));
      }
    }
    return Optional.of(target);
  }

  private static String parent(String folder) {
    int slash = folder.lastIndexOf('/');
    return slash <= 0 ? "/" : folder.substring(0, slash);
  }

  /** The server's paths are bytes, one character each; this disk's are text. */
  private static String decoded(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
