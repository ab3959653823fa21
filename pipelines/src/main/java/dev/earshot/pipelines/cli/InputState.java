package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.listen.read.SkipCounts;
import dev.earshot.pipelines.publish.RunSummary;
import dev.earshot.pipelines.run.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the input files during a run, in words. */
final class InputState {
  private static final int SHOWN = 20;

  private InputState() {}

  /** Refuses to publish into what is read: the next run would read its tables. */
  static void checkOutputIsOutside(List<String> inputs, String output) {
    if (!LocalFiles.areNamedBy(output)) {
      return;
    }
    Path target = LocalFiles.absolute(output);
    for (String input : inputs) {
      if (!LocalFiles.areNamedBy(input)) {
        continue;
      }
      String pattern = input.substring(input.indexOf('=') + 1);
      for (String folder : List.of(pattern, pattern.substring(pattern.indexOf(':') + 1))) {
        if (!folder.isEmpty()
            && LocalFiles.isFolder(folder)
            && target.startsWith(LocalFiles.absolute(folder))) {
          throw new UserException(
              ExitCode.USAGE,
              Shown.text(output)
                  + ": lies in "
                  + Shown.text(folder)
                  + ", which is read; name an output outside of it");
        }
      }
    }
  }

  /**
   * Says which files grew; what was there when the run began was read of them. Refuses to publish
   * what was read of a file that was written otherwise.
   */
  static void checkUnchanged(List<InputFiles.Recognised> files) throws IOException {
    for (InputFiles.Recognised file : files) {
      SourceFile source = file.source();
      boolean isHere = file.modifiedMillis() != 0 && source.isRead();
      Path path = isHere ? Path.of(source.location()) : null;
      // One that is gone was read to its end, or the run had failed.
      if (path == null || !Files.exists(path)) {
        continue;
      }
      long bytes = Files.size(path);
      if (bytes > source.bytes()) {
        Console.say(
            String.format(
                Locale.ROOT,
                "%s grew during the run: the %,d bytes that it had when the run began were read",
                Shown.text(source.name()),
                source.bytes()));
      } else if (bytes < source.bytes()
          || Files.getLastModifiedTime(path).toMillis() != file.modifiedMillis()) {
        throw new UserException(
            ExitCode.IO,
            Shown.text(source.name()) + " was written during the run; nothing was published");
      }
    }
  }

  /** Says which files hold no record, and which hold bad ones only. */
  static void tellOfEmptyFiles(List<SourceFile> sources, RunSummary summary) {
    List<String> lines = new ArrayList<>();
    for (SourceFile source : sources) {
      var account = summary.account(source.index());
      String state = null;
      if (source.isRead() && account.read() == 0) {
        state = withoutRecord(source, account.skipped());
      } else if (source.isRead() && account.rejected() == account.read()) {
        state =
            account.read() == 1
                ? "its only record is bad"
                : String.format(Locale.ROOT, "all %,d records are bad", account.read());
      }
      if (state != null) {
        lines.add("  " + Shown.text(source.name()) + ": " + state);
      }
    }
    if (!lines.isEmpty()) {
      List<String> shown = lines.subList(0, Math.min(SHOWN, lines.size()));
      Console.say(
          String.format(Locale.ROOT, "files that gave no record: %d%n", lines.size())
              + String.join(System.lineSeparator(), shown)
              + (lines.size() > SHOWN ? System.lineSeparator() + "  ..." : ""));
    }
  }

  /**
   * How many files were not understood: all their records are bad, or what an argument names is
   * nothing that the format knows. In a folder the latter is what platforms put beside the data.
   */
  static int countUnread(List<InputFiles.Recognised> files, RunSummary summary) {
    int count = 0;
    for (InputFiles.Recognised file : files) {
      var account = summary.account(file.source().index());
      boolean isBad = account.read() > 0 && account.rejected() == account.read();
      boolean isOther = account.read() == 0 && account.skipped().others() > 0 && file.isNamed();
      count += file.source().isRead() && (isBad || isOther) ? 1 : 0;
    }
    return count;
  }

  private static String withoutRecord(SourceFile source, SkipCounts skipped) {
    if (source.bytes() == 0) {
      return "empty";
    }
    if (skipped.stubs() > 0 && skipped.others() == 0) {
      return "holds references to records without their content; scripts/earshot formats says how to"
          + " get both";
    }
    if (!skipped.isNone()) {
      return "holds nothing but what is no record";
    }
    return switch (source.format()) {
      case POSTS_CSV, MESSAGES_CSV, ORDERS_CSV, IDENTITIES_CSV, PROFILES_CSV, REDDIT_CSV ->
          "a header alone";
      default -> "no record in it";
    };
  }
}
