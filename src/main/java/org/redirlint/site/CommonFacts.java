package org.redirlint.site;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;

/**
 * What is known of several servers on one disk.
 *
 * @param parts what is known of each
 */
record CommonFacts(List<Facts> parts) implements Facts {

  CommonFacts {
    parts = List.copyOf(parts);
  }

  private <T> Optional<T> first(Function<Facts, Optional<T>> known) {
    return parts.stream().flatMap(part -> known.apply(part).stream()).findFirst();
  }

  @Override
  public Optional<FileStatus> file(String path) {
    return first(part -> part.file(path));
  }

  @Override
  public Optional<Set<String>> names(String path) {
    return first(part -> part.names(path));
  }

  @Override
  public Optional<Boolean> hasContent(String path) {
    return first(part -> part.hasContent(path));
  }

  @Override
  public Optional<Boolean> isSymbolicLink(String path) {
    return first(part -> part.isSymbolicLink(path));
  }

  @Override
  public Optional<LocalDateTime> time() {
    return first(Facts::time);
  }

  @Override
  public Optional<String> hostname() {
    return first(Facts::hostname);
  }

  @Override
  public Optional<String> clientAddress() {
    return first(Facts::clientAddress);
  }

  @Override
  public Optional<String> serverAddress() {
    return first(Facts::serverAddress);
  }
}
