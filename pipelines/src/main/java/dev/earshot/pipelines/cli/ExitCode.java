package dev.earshot.pipelines.cli;

/** Exit codes, after sysexits.h and what schedulers expect. */
final class ExitCode {
  static final int OK = 0;
  static final int USAGE = 2;
  static final int PARTLY = 3;
  static final int DATA = 65;
  static final int NO_INPUT = 66;
  static final int SOFTWARE = 70;
  static final int CANNOT_CREATE = 73;
  static final int IO = 74;
  static final int TRY_AGAIN = 75;
  static final int CONFIGURATION = 78;
  static final int NOTHING_TO_DO = 99;

  private ExitCode() {}
}
