package org.redirlint.analysis.search;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;

/**
 * What a server behind another one knows: its client is the one in front.
 *
 * @param known what is known
 * @param here whether the one in front runs where it does
 */
record FactsBehind(Facts known, boolean here) implements Facts {

  private static final String LOOPBACK = "127.0.0.1";

  @Override
  public Optional<String> clientAddress() {
    return here ? Optional.of(LOOPBACK) : Optional.empty();
  }

  @Override
  public Optional<String> serverAddress() {
    return here ? Optional.of(LOOPBACK) : Optional.empty();
  }

  @Override
  public Optional<FileStatus> file(String path) {
    return known.file(path);
  }

  @Override
  public Optional<Set<String>> names(String path) {
    return known.names(path);
  }

  @Override
  public boolean isUnreadable(String path) {
    return known.isUnreadable(path);
  }

  @Override
  public Optional<Boolean> hasContent(String path) {
    return known.hasContent(path);
  }

  @Override
  public Optional<Boolean> isSymbolicLink(String path) {
    return known.isSymbolicLink(path);
  }

  @Override
  public Optional<LocalDateTime> time() {
    return known.time();
  }

  @Override
  public Optional<String> hostname() {
    return known.hostname();
  }
}
