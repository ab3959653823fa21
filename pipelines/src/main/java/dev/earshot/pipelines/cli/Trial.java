package dev.earshot.pipelines.cli;

import dev.earshot.models.brands.BrandBook;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.run.SiblingFiles;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.SourceContext;
import dev.earshot.pipelines.sources.times.LocalTimes;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/**
 * The first {@value #RECORDS} records of a file, read as a run reads them, to say beforehand what
 * it would make of the file.
 */
final class Trial {
  static final int RECORDS = 1_000;

  /** A file may hold nothing else. */
  private static final int MAX_SKIPPED = 100_000;

  private static final int SHOWN = 5;
  private static final long DAY_MICROS = 24L * 3600 * 1_000_000;

  private final SourceFile file;
  private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
  private final List<String> faults = new ArrayList<>();
  private final Set<Integer> days = new TreeSet<>();
  private int accepted;
  private int outOfScope;
  private int rejected;
  private int allSkipped;
  private long firstMicros = Long.MAX_VALUE;
  private long lastMicros = Long.MIN_VALUE;
  private boolean isCut;

  private Trial(SourceFile file) {
    this.file = file;
  }

  /**
   * What a run knows that a format may need.
   *
   * @param nowMicros when it begins, microseconds since the epoch
   */
  record Facts(BrandBook brands, LocalTimes times, @Nullable String logFormat, long nowMicros) {
    SourceContext of(SourceFile file, @Nullable Mapping mapping) {
      return new SourceContext(
          ReadLimits.DEFAULT.withLatest(nowMicros + DAY_MICROS),
          new ChatAccounts(
              times, (network, account) -> brands.ownerOf(network, account, null) != null),
          mapping,
          logFormat,
          file.owner(),
          file.brandId(),
          SiblingFiles.of(file.location()));
    }
  }

  /** Ends the reading of a file of which enough is known. */
  private static final class EnoughException extends RuntimeException {
    EnoughException() {
      super(null, null, false, false);
    }
  }

  /** Reads the beginning of a file. */
  static Trial of(SourceFile file, SourceContext context) throws IOException {
    Trial trial = new Trial(file);
    trial.read(Formats.of(file.format()), context);
    return trial;
  }

  private <T> void read(FormatSpec<T> spec, SourceContext context) throws IOException {
    Source<T> source = spec.open(context);
    if (source.needsSurvey()) {
      try (ReadableByteChannel content = open()) {
        source = source.surveyed(content);
      }
    }
    try (ReadableByteChannel content = open()) {
      source.read(content, ByteRange.WHOLE, new Sink<>());
    } catch (EnoughException enough) {
      isCut = true;
    }
  }

  private ReadableByteChannel open() throws IOException {
    return file.unwrapped(
        file.compression()
            .open(
                FileSystems.open(FileSystems.matchNewResource(file.location(), false)),
                ReadLimits.DEFAULT),
        ReadLimits.DEFAULT);
  }

  private final class Sink<T> implements RecordSink<T> {
    @Override
    public void accept(T record, long byteOffset) {
      stopWhereEnough();
      accepted++;
      Long at = micros(record);
      if (at != null) {
        firstMicros = Math.min(firstMicros, at);
        lastMicros = Math.max(lastMicros, at);
        days.add((int) Math.floorDiv(at, DAY_MICROS));
      }
    }

    @Override
    public void reject(Rejection rejection) {
      stopWhereEnough();
      rejected++;
      if (faults.size() < SHOWN) {
        RejectionReason reason = rejection.reason();
        faults.add(
            String.format(
                Locale.ROOT,
                "line %,d: %s%s; expected %s",
                rejection.lineInRange() + 1,
                reason.code(),
                rejection.field() == null ? "" : " " + rejection.field(),
                rejection.expected()));
      }
    }

    @Override
    public void skip(SkipReason reason) {
      stopWhereEnough();
      allSkipped++;
      skipped.merge(reason, 1, Integer::sum);
    }

    @Override
    public void outOfScope() {
      stopWhereEnough();
      outOfScope++;
    }
  }

  /** Asked before a record is counted, so that a file of just so many is known to be whole. */
  private void stopWhereEnough() {
    if (records() == RECORDS || allSkipped == MAX_SKIPPED) {
      throw new EnoughException();
    }
  }

  /** Whether the file has no more than what was read. */
  boolean isWhole() {
    return !isCut;
  }

  /** The days in UTC of the records that could be read, as days since the epoch. */
  Set<Integer> days() {
    return days;
  }

  int rejected() {
    return rejected;
  }

  /** How many were read, bad ones included. */
  int records() {
    return accepted + outOfScope + rejected;
  }

  private static @Nullable Long micros(Object record) {
    if (record instanceof Post post) {
      return post.postedAtMicros();
    }
    if (record instanceof Message message) {
      return message.sentAtMicros();
    }
    if (record instanceof OrderLine order) {
      return order.orderedAtMicros();
    }
    return record instanceof SiteHit hit ? hit.atMicros() : null;
  }

  /** Whether something of the file can be read. */
  boolean hasRecord() {
    return accepted + outOfScope > 0;
  }

  /**
   * What is wrong with the whole file, or null. What a folder holds beside its data is no mistake.
   *
   * @param isNamed whether an argument names it, and not only the folder that it is in
   */
  @Nullable String problem(boolean isNamed) {
    if (!hasRecord() && rejected > 0) {
      return String.format(
          Locale.ROOT,
          "%s: %s bad, none can be read as %s",
          Shown.text(file.name()),
          rejected == 1
              ? "its only record is"
              : String.format(
                  Locale.ROOT, "%s %,d records are", isCut ? "the first" : "all", rejected),
          file.format().code());
    }
    return isNamed && !hasRecord() && skipped.containsKey(SkipReason.OTHER)
        ? Shown.text(file.name()) + ": holds nothing that is read as " + file.format().code()
        : null;
  }

  /** What was read, in words; the worst of it on lines of their own. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(file.envelope() == null ? "" : "in each line's " + file.envelope() + ": ");
    text.append(
        records() == 0
            ? "no record"
            : String.format(
                Locale.ROOT,
                "%s%,d %s%s",
                isCut ? "the first " : "",
                records(),
                records() == 1 ? "record" : "records",
                lastMicros < firstMicros ? "" : " of " + span()));
    if (rejected > 0) {
      text.append(String.format(Locale.ROOT, ", %,d of them bad", rejected));
    }
    if (outOfScope > 0) {
      text.append(String.format(Locale.ROOT, ", %,d of them out of scope", outOfScope));
    }
    if (!skipped.isEmpty()) {
      text.append(
          skipped.entrySet().stream()
              .map(entry -> entry.getValue() + " " + entry.getKey().code())
              .collect(Collectors.joining(", ", "; besides ", "")));
    }
    faults.forEach(fault -> text.append(System.lineSeparator()).append("  ").append(fault));
    if (rejected > faults.size()) {
      text.append(System.lineSeparator()).append("  ...");
    }
    return text.toString();
  }

  private String span() {
    LocalDate first = LocalDate.ofEpochDay(Math.floorDiv(firstMicros, DAY_MICROS));
    LocalDate last = LocalDate.ofEpochDay(Math.floorDiv(lastMicros, DAY_MICROS));
    return first.equals(last) ? first.toString() : first + " to " + last;
  }
}
