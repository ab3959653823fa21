package dev.earshot.pipelines.publish;

import java.io.IOException;
import java.nio.file.Path;

/** Another run holds the output folder. */
public final class OutputInUseException extends IOException {
  OutputInUseException(Path root) {
    super(root + ": another run is writing here; try again when it has ended");
  }
}
