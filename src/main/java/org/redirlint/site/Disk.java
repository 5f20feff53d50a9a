package org.redirlint.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.semantics.FileStatus;

/**
 * This disk, each place of it looked at once: all requests of a run are answered for the same
 * moment. Permissions are judged for a user who neither owns the files nor shares their group.
 */
final class Disk {

  private static final int MOST_PLACES = 100_000;
  private static final int MOST_NAMES = 10_000;

  private final Map<Path, Place> places = new HashMap<>();
  private final Map<Path, Optional<Listing>> listings = new HashMap<>();

  /**
   * What is at a path.
   *
   * @param status what it is
   * @param searchable whether what is in it can be reached
   * @param symbolicLink whether it is a symbolic link
   */
  record Place(FileStatus status, boolean searchable, boolean symbolicLink) {
    private static final Place NOTHING = new Place(FileStatus.MISSING, false, false);
  }

  /** Returns what is at a path. */
  Place look(Path path) {
    Place known = places.get(path);
    if (known != null) {
      return known;
    }
    if (isNotListed(path)) {
      return Place.NOTHING;
    }
    if (places.size() >= MOST_PLACES) {
      places.clear();
    }
    Place place = find(path);
    places.put(path, place);
    return place;
  }

  /** A folder's list of names tells at once what is not in it, whatever the case of letters. */
  private boolean isNotListed(Path path) {
    Path folder = path.getParent();
    Path name = path.getFileName();
    if (folder == null || name == null || !isAscii(name.toString())) {
      return false;
    }
    return listings
        .computeIfAbsent(folder, Disk::list)
        .filter(listing -> !listing.lowerCase().contains(name.toString().toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static boolean isAscii(String name) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(name);
  }

  /** Returns the names in a folder; empty if they are too many, or cannot be read. */
  Optional<Set<String>> names(Path folder) {
    return listings.computeIfAbsent(folder, Disk::list).map(Listing::names);
  }

  /**
   * The names in a folder.
   *
   * @param names as they are written
   * @param lowerCase in lower case
   */
  private record Listing(Set<String> names, Set<String> lowerCase) {}

  private static Optional<Listing> list(Path folder) {
    Set<String> names = new HashSet<>();
    Set<String> lowerCase = new HashSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Path name = entry.getFileName();
        if (name != null) {
          names.add(name.toString());
          lowerCase.add(name.toString().toLowerCase(Locale.ROOT));
        }
        if (names.size() > MOST_NAMES) {
          return Optional.empty();
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return Optional.empty();
    }
    return Optional.of(new Listing(names, lowerCase));
  }

  private static Place find(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Place.NOTHING;
    }
    Optional<Set<PosixFilePermission>> permissions = permissions(path);
    boolean searchable = allows(permissions, PosixFilePermission.OTHERS_EXECUTE, true);
    return new Place(status(path, permissions), searchable, Files.isSymbolicLink(path));
  }

  private static FileStatus status(Path path, Optional<Set<PosixFilePermission>> permissions) {
    boolean readable = allows(permissions, PosixFilePermission.OTHERS_READ, true);
    if (Files.isDirectory(path)) {
      return readable ? FileStatus.DIRECTORY : FileStatus.UNREADABLE_DIRECTORY;
    }
    if (!Files.isRegularFile(path)) {
      return FileStatus.MISSING;
    }
    if (!readable) {
      return FileStatus.UNREADABLE_FILE;
    }
    return allows(permissions, PosixFilePermission.OWNER_EXECUTE, false)
        ? FileStatus.EXECUTABLE
        : FileStatus.FILE;
  }

  private static boolean allows(
      Optional<Set<PosixFilePermission>> permissions, PosixFilePermission one, boolean unknown) {
    return permissions.map(set -> set.contains(one)).orElse(unknown);
  }

  private static Optional<Set<PosixFilePermission>> permissions(Path path) {
    try {
      return Optional.of(Files.readAttributes(path, PosixFileAttributes.class).permissions());
    } catch (FileSystemException denied) {
      return Optional.of(Set.of());
    } catch (IOException | UnsupportedOperationException unknown) {
      return Optional.empty();
    }
  }
}
