package dev.earshot.pipelines.publish;

import java.io.IOException;

/** Another run holds the output folder. */
public final class OutputInUseException extends IOException {
  private OutputInUseException(String message) {
    super(message);
  }

  /** Another run holds it. */
  static OutputInUseException held(Object root) {
    return new OutputInUseException(
        root + ": another run is writing here; try again when it has ended");
  }

  /** Another run has published there since this one began. */
  static OutputInUseException overtaken(Object root) {
    return new OutputInUseException(
        root + ": another run has published here since this one began; nothing was published");
  }
}
