package dev.earshot.pipelines.stores;

import java.io.IOException;

/** An object has changed since it was read. */
public final class ConflictException extends IOException {
  public ConflictException(String location) {
    super(location + ": was written by somebody else meanwhile");
  }
}
