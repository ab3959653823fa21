package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.listen.read.AutomaticCounts;
import dev.earshot.pipelines.publish.ContextDays;
import dev.earshot.pipelines.publish.LostRows;
import dev.earshot.pipelines.publish.Published;
import dev.earshot.pipelines.publish.RunSummary;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run says of what it has read, and why it does not publish. */
final class RunMessages {
  private RunMessages() {}

  static void report(RunSummary summary, double seconds) {
    var total = summary.total();
    Console.say(
        String.format(
            Locale.ROOT,
            "%,d records in %.1f s: %,d accepted, %,d rejected, %,d duplicates, %,d out of scope",
            total.read(),
            seconds,
            total.accepted(),
            total.rejected(),
            total.duplicates(),
            total.outOfScope()));
    AutomaticCounts automatic = total.automatic();
    if (automatic.replies() + automatic.notices() > 0) {
      Console.say(
          String.format(
              Locale.ROOT,
              "messages that nobody wrote: %,d automatic replies (%,d by a field, %,d by the brand"
                  + " file, %,d by a known text, %,d by repetition, %,d by speed), %,d reactions,"
                  + " calls and notices",
              automatic.replies(),
              automatic.byField(),
              automatic.byBrandFile(),
              automatic.byKnownText(),
              automatic.byRepetition(),
              automatic.bySpeed(),
              automatic.notices()));
    }
  }

  /** Whose chat it was is for who runs this to know, and stands in no table. */
  static void reportRejected(List<SourceFile> named, List<SourceFile> sources, RunSummary summary) {
    for (SourceFile source : sources) {
      SourceFile file = named.get(source.index());
      if (!file.name().equals(source.name()) && summary.account(source.index()).rejected() > 0) {
        Console.say(source.name() + ", which has bad records, is " + file.name());
      }
    }
  }

  /** Says how far the input reaches back, where the tables ask for what is before the dates. */
  static void reportContext(Map<RecordKind, ContextDays> context) {
    if (!context.isEmpty()) {
      Console.say(
          "days of input before --from: "
              + context.entrySet().stream()
                  .map(kind -> say(kind.getKey(), kind.getValue()))
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String say(RecordKind kind, ContextDays days) {
    return kind.code() + " " + days.had() + " of " + days.wanted();
  }

  /** Says that a run would leave rows under another key, or null. */
  static @Nullable String mixedKeys(
      String output, Published published, String keyId, DateScope dates) {
    return published.wouldMixKeys(keyId, dates)
        ? String.format(
            Locale.ROOT,
            "%s holds rows under another pseudonymisation key (key_id %s, this one is %s), and"
                + " dates that this run does not replace would keep them: the same person would"
                + " be two. Use that key, another --output, or run without --from and --to over"
                + " all input",
            output,
            published.keyId(),
            keyId)
        : null;
  }

  /** Why there is nothing to publish. */
  static String nothing(RunSummary summary) {
    var total = summary.total();
    if (total.read() == 0) {
      return "the input holds no record";
    }
    return total.rejected() == total.read()
        ? "the input holds bad records only"
        : "the input holds nothing for these dates";
  }

  /** Says which rows would vanish, and what to do. */
  static String lostRows(String output, LostRows lost) {
    return output
        + " holds rows of dates that this run replaces, and this input has none for them:\n  "
        + String.join("\n  ", lost.lines())
        + "\nname all files that they came from, or fewer dates with --from and --to; to"
        + " remove these rows, add --replace-empty";
  }
}
