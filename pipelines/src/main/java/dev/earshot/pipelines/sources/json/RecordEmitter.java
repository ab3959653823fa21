package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.RecordHash;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Link between an {@link ElementParser} and the {@link RecordSink}: keeps the draft and the place
 * in the file, and emits records, rejections and skips. One draft for all records: a record must be
 * ended before the next one begins.
 *
 * <pre>{@code
 * RecordDraft draft = records.begin();
 * JsonFields.set(draft, PostField.TEXT, status.path("text"));
 * records.end(status);
 * }</pre>
 */
public final class RecordEmitter<T> {
  private final RecordSink<T> sink;
  private final RecordDraft draft;
  private final Consumer<RecordDraft> complete;
  private final Function<RecordDraft, T> finish;
  private long byteOffset;
  private long lineInRange;

  private RecordEmitter(
      RecordSink<T> sink,
      ReadLimits limits,
      List<? extends RecordField> fields,
      Consumer<RecordDraft> complete,
      Function<RecordDraft, T> finish) {
    this.sink = sink;
    this.draft = new RecordDraft(fields, limits.latestMicros());
    this.complete = complete;
    this.finish = finish;
  }

  public static RecordEmitter<Post> posts(RecordSink<Post> sink, ReadLimits limits) {
    return new RecordEmitter<>(
        sink, limits, PostField.ALL, PostField::completeEngagement, PostField::post);
  }

  public static RecordEmitter<Message> messages(RecordSink<Message> sink, ReadLimits limits) {
    return new RecordEmitter<>(sink, limits, MessageField.ALL, draft -> {}, MessageField::message);
  }

  /** For records that are made as a whole, see {@link #accept}. */
  static RecordEmitter<SiteHit> hits(RecordSink<SiteHit> sink, ReadLimits limits) {
    return new RecordEmitter<>(
        sink,
        limits,
        List.of(),
        draft -> {},
        draft -> {
          throw new IllegalStateException("hits have no draft");
        });
  }

  /** Emits a record that was made without a draft. */
  public void accept(T record) {
    sink.accept(record, byteOffset++);
  }

  /** Counts a record that is about nothing that is measured. */
  public void outOfScope() {
    sink.outOfScope();
  }

  /** Says where the next element stands. */
  public void moveTo(long elementOffset, long lineOfElement) {
    byteOffset = elementOffset;
    lineInRange = lineOfElement;
  }

  /** Begins a record: an empty draft. */
  public RecordDraft begin() {
    draft.clear();
    return draft;
  }

  /**
   * Ends a record: accepts it, or rejects it for its first faulty field.
   *
   * @param source what the record was read from, for the hash of a rejection
   */
  public void end(JsonNode source) {
    complete.accept(draft);
    RecordField faulty = draft.faultyField();
    if (faulty == null) {
      sink.accept(finish.apply(draft), byteOffset++);
    } else {
      byte[] json = source.toString().getBytes(StandardCharsets.UTF_8);
      reject(draft.fault(faulty), faulty.path(), RecordHash.of(json, json.length));
    }
  }

  public void reject(RejectionReason reason, @Nullable String field, @Nullable String sha256) {
    sink.reject(new Rejection(reason, field, byteOffset++, lineInRange, sha256));
  }

  public void skip(SkipReason reason) {
    sink.skip(reason);
  }

  public void profile(AccountProfile profile) {
    sink.profile(profile);
    sink.skip(SkipReason.PROFILE);
  }

  /** Tells of who wrote a record what stands in the record. */
  public void author(AccountProfile profile) {
    sink.author(profile);
  }
}
