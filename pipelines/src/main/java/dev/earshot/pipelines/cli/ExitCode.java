package dev.earshot.pipelines.cli;

/**
 * Exit codes, after sysexits.h and what schedulers expect. {@code pipelines/docs/scheduling.md} has
 * all of them in one table, those of the launcher and of signals included.
 */
final class ExitCode {
  static final int OK = 0;
  static final int BUG = 1;
  static final int USAGE = 2;
  static final int PARTLY = 3;
  static final int ALERTS_OPENED = 3;
  static final int DATA = 65;
  static final int NO_INPUT = 66;
  static final int SOFTWARE = 70;
  static final int CANNOT_CREATE = 73;
  static final int IO = 74;
  static final int TRY_AGAIN = 75;
  static final int CONFIGURATION = 78;
  static final int NOTHING_TO_DO = 99;

  static final String HEADING = "%nExit codes (pipelines/docs/scheduling.md has what to do):%n";

  // A code and its meaning, as picocli wants them: for --help, and for the table of the page.

  static final String DONE = " 0:done";
  static final String DEFECT = " 1:a defect of Earshot, with a stack trace; please report it";
  static final String MISUSED = " 2:wrong use: an option or a value that does not exist";
  static final String PART_READ = " 3:done, but nothing was read of some files, which are named";
  static final String BAD_DATA =
      "65:bad data: too many bad records, a file that cannot be read, output that does not add"
          + " up, published rows without rows in their place (--replace-empty) or under another key";
  static final String NOTHING_NAMED = "66:no input: a file that is named is not there";
  static final String NOT_INSTALLED = "69:the launcher finds no Java, or no Maven to build with";
  static final String ENGINE_FAILED = "70:the engine failed, or the launcher could not build";
  static final String FOREIGN_FILES = "73:files of others lie among the tables";
  static final String FILES_FAILED = "74:cannot read or write; a disk may be full";
  static final String LATER =
      "75:try again later: another run holds the output, or the cluster does not answer";
  static final String MISCONFIGURED =
      "78:mistakes in the configuration: brand file, mapping, key, topics, --config";
  static final String NOTHING_NEW = "99:the input holds nothing for these dates; nothing changed";
  static final String INTERRUPTED = "130:stopped by Ctrl-C; nothing was published";
  static final String KILLED = "137:killed, or the memory was full; nothing was published";
  static final String TERMINATED = "143:told to stop by SIGTERM; nothing was published";

  private ExitCode() {}
}
