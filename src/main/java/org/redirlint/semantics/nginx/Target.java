package org.redirlint.semantics.nginx;

/**
 * What is asked for, as it stands now.
 *
 * @param method the method
 * @param host the validated host in lower case, without port; the empty text if there is none
 * @param uri the normalised path, {@code $uri}
 * @param args the arguments, {@code $args}
 * @param <V> a value
 */
record Target<V>(V method, V host, V uri, V args) {

  Target<V> withMethod(V other) {
    return new Target<>(other, host, uri, args);
  }

  Target<V> withHost(V other) {
    return new Target<>(method, other, uri, args);
  }

  Target<V> withUri(V other) {
    return new Target<>(method, host, other, args);
  }

  Target<V> withArgs(V other) {
    return new Target<>(method, host, uri, other);
  }
}
