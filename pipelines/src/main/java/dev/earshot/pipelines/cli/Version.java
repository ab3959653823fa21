package dev.earshot.pipelines.cli;

/** The version of the program. */
final class Version {
  static final String STRING = "0.1.0";

  private Version() {}
}
