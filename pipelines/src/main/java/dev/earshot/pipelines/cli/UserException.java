package dev.earshot.pipelines.cli;

/** A run cannot go on, for a reason that the user can do something about. */
final class UserException extends RuntimeException {
  private final int exitCode;

  UserException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
