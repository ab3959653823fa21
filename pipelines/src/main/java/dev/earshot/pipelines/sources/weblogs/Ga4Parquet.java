package dev.earshot.pipelines.sources.weblogs;

import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.RecordHash;
import dev.earshot.pipelines.sources.tabular.DamagedParquetException;
import dev.earshot.pipelines.sources.tabular.ParquetRecords;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events of Google Analytics 4 as BigQuery exports them to Parquet. A record's line is its row. */
final class Ga4Parquet implements Source<SiteHit> {
  private static final List<String> NEEDED =
      List.of("event_timestamp", "event_name", "event_params");
  private static final List<String> FIELDS =
      List.of(
          "event_timestamp", "event_name", "event_params", "user_pseudo_id", "user_id", "device");

  private final ReadLimits limits;

  Ga4Parquet(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public Format format() {
    return Format.GA4_PARQUET;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<SiteHit> sink)
      throws IOException {
    if (!(channel instanceof SeekableByteChannel seekable)) {
      sink.reject(new Rejection(RejectionReason.FILE_UNREADABLE, null, 0, 0, null));
      return 0;
    }
    try (ParquetRecords records = ParquetRecords.open(seekable, range)) {
      for (String field : NEEDED) {
        if (!records.has(field)) {
          sink.reject(new Rejection(RejectionReason.FILE_UNREADABLE, field, 0, 0, null));
          return 0;
        }
      }
      records.select(FIELDS);
      return readAll(records, sink);
    } catch (DamagedParquetException damaged) {
      sink.reject(new Rejection(RejectionReason.FILE_CORRUPT, null, 0, 0, null));
      return 0;
    }
  }

  private long readAll(ParquetRecords records, RecordSink<SiteHit> sink) throws IOException {
    try {
      while (records.next()) {
        readEvent(records, sink);
      }
    } catch (DamagedParquetException damaged) {
      reject(records, RejectionReason.FILE_CORRUPT, null, null, sink);
    }
    return records.row();
  }

  private void readEvent(ParquetRecords records, RecordSink<SiteHit> sink) {
    HitFields fields = new HitFields();
    AnalyticsEvents.ga4(records.values(), fields);
    if (fields.isWithoutVisitor()) {
      sink.outOfScope();
      return;
    }
    SiteHit hit = fields.hit();
    if (hit != null && hit.atMicros() <= limits.latestMicros()) {
      sink.accept(hit, records.offset());
      return;
    }
    byte[] row = new TreeMap<>(records.values()).toString().getBytes(StandardCharsets.UTF_8);
    String sha256 = RecordHash.of(row, row.length);
    if (hit == null) {
      reject(records, fields.fault(), fields.faultyField(), sha256, sink);
    } else {
      reject(records, RejectionReason.TIME_IN_THE_FUTURE, HitFields.TIME, sha256, sink);
    }
  }

  private static void reject(
      ParquetRecords records,
      RejectionReason reason,
      @Nullable String field,
      @Nullable String sha256,
      RecordSink<SiteHit> sink) {
    sink.reject(new Rejection(reason, field, records.offset(), records.row(), sha256));
  }
}
