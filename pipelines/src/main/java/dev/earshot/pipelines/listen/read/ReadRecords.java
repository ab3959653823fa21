package dev.earshot.pipelines.listen.read;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.facts.ProfileFact;
import dev.earshot.pipelines.facts.RecordPlace;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.spec.SourceContext;
import dev.earshot.pipelines.sources.times.DayOrder;
import java.io.IOException;
import org.apache.beam.sdk.values.KV;

/**
 * Reads ranges of files and keeps the books: what was read, what was rejected and where, and the
 * latest time.
 *
 * @param <T> a record of the files
 * @param <O> a fact that is made of it
 */
public abstract class ReadRecords<T, O> extends LedgerFn<SourceRange, KV<Integer, O>> {
  private final RunSettings settings;
  private final Class<T> recordType;

  protected ReadRecords(RunSettings settings, Class<T> recordType) {
    this.settings = settings;
    this.recordType = recordType;
  }

  /** Takes note of the file whose records follow. */
  protected void begin(SourceFile file) {}

  /** Takes one record: sends it on, or accounts for it in the {@link #tally}. */
  protected abstract void read(T record, int source, long byteOffset, MultiOutputReceiver out);

  /** Takes what was seen of an account beside the records. */
  protected void seen(ProfileFact account, MultiOutputReceiver out) {}

  /** Whether the text of a record was mended. */
  protected boolean isMended(T record) {
    return false;
  }

  @ProcessElement
  public void process(@Element SourceRange range, MultiOutputReceiver out) throws IOException {
    SourceFile file = range.file();
    int index = file.index();
    SourceContext context = SourceContexts.of(file, settings, workbench());
    Pseudonyms pseudonyms = workbench().pseudonyms();
    begin(file);
    AccountLooks looks = new AccountLooks(workbench().brands(), pseudonyms);
    long lines =
        RangeReader.read(
            range,
            Formats.open(file.format(), recordType, context),
            new RecordSink<>() {
              @Override
              public void accept(T record, long byteOffset) {
                Progress.recordRead();
                tally().read(index, isMended(record));
                read(record, index, byteOffset, out);
              }

              @Override
              public void dayOrder(DayOrder order) {
                tally().dayOrder(index, order);
              }

              @Override
              public void outOfScope() {
                Progress.recordRead();
                tally().read(index, false);
                tally().outOfScope(index, false);
              }

              @Override
              public void profile(AccountProfile profile) {
                author(profile);
              }

              @Override
              public void author(AccountProfile profile) {
                Long observedAt = profile.observedAtMicros();
                if (observedAt != null && !settings.isAfterClock(observedAt)) {
                  RecordPlace place = new RecordPlace(index, range.start());
                  looks.keep(looks.fact(profile, place, false), seen -> seen(seen, out));
                }
              }

              @Override
              public void skip(SkipReason reason) {
                tally().skipped(index, reason);
              }

              @Override
              public void reject(Rejection rejection) {
                tally().rejected(index);
                RejectedAt at = new RejectedAt(index, range.start(), keyed(rejection, pseudonyms));
                out.get(ReadTags.BOOKS).output(new LedgerEntry(at));
              }
            });
    looks.flush(seen -> seen(seen, out));
    Progress.rangeRead(range);
    ReadTags.outputMany(tally(), out);
    ReadTags.outputLines(range, lines, out);
  }

  /** A line may be so short that its hash without a key would be found by trying. */
  private static Rejection keyed(Rejection rejection, Pseudonyms pseudonyms) {
    String hash = rejection.recordSha256();
    return hash == null ? rejection : rejection.withRecordSha256(pseudonyms.ofRecord(hash));
  }

  protected RunSettings settings() {
    return settings;
  }

  protected RunTools workbench() {
    return RunTools.of(settings);
  }
}
