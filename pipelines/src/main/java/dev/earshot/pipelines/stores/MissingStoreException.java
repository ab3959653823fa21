package dev.earshot.pipelines.stores;

import java.io.IOException;

/** A location is in a store that this build does not know. */
public final class MissingStoreException extends IOException {
  MissingStoreException(String message) {
    super(message);
  }
}
