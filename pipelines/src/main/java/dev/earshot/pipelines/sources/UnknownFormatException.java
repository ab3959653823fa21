package dev.earshot.pipelines.sources;

/** Failure to tell which format an input has; the message says what it may be. */
public final class UnknownFormatException extends RuntimeException {
  public UnknownFormatException(String message) {
    super(message);
  }
}
