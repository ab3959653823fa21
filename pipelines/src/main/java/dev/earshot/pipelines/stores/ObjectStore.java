package dev.earshot.pipelines.stores;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A store of objects, for the few small ones that several runs may write at once. Everything else
 * goes through Beam's file systems.
 */
public interface ObjectStore {
  /**
   * An object as it was read.
   *
   * @param content its text
   * @param version what a later {@link #write} must still find there: an ETag, a generation
   */
  record Versioned(String content, String version) {}

  /** The object at a location, or null where there is none. Reads what was written last. */
  @Nullable Versioned read(String location) throws IOException;

  /**
   * Writes an object in one step, if it has not changed meanwhile.
   *
   * @param expected the version that it must have, or null where it must not exist
   * @return its new version
   * @throws ConflictException where somebody else has written it
   */
  String write(String location, String content, @Nullable String expected) throws IOException;
}
