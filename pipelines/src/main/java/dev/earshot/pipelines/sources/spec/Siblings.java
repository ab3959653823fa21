package dev.earshot.pipelines.sources.spec;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** The other files of the folder that a file lies in: parts of one export. */
@FunctionalInterface
public interface Siblings {
  /** A file that lies alone. */
  Siblings NONE = name -> null;

  /**
   * Opens the file of that name, as it is stored; null where there is none.
   *
   * @throws IOException if it is there and cannot be opened
   */
  @Nullable ReadableByteChannel open(String name) throws IOException;
}
