package dev.earshot.pipelines.cli;

/** Words for the user: on standard error, since standard output ends with the manifest's path. */
final class Console {
  private Console() {}

  static void say(String message) {
    System.err.println("earshot: " + message);
  }
}
