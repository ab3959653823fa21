package dev.earshot.pipelines.sources.weblogs;

import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.LineReader;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reader of logs with one request a line; what a line means is told by a {@link Parser}. */
final class HitLines {
  /** Reads one line into fields. */
  interface Parser {
    /**
     * Fills the fields.
     *
     * @return what is wrong with the whole line, or null
     */
    @Nullable RejectionReason parse(String line, HitFields fields);

    /** Whether a line holds no record, such as a comment. */
    default boolean isSkipped(String line) {
      return false;
    }
  }

  private final int maxLineBytes;
  private final long latestMicros;
  private final Parser parser;

  HitLines(ReadLimits limits, Parser parser) {
    this.maxLineBytes = limits.maxRecordBytes();
    this.latestMicros = limits.latestMicros();
    this.parser = parser;
  }

  /** As {@link Source#read}. */
  long read(ReadableByteChannel channel, ByteRange range, RecordSink<SiteHit> sink)
      throws IOException {
    LineReader lines = new LineReader(channel, range, maxLineBytes);
    try {
      while (lines.next()) {
        readLine(lines, sink);
      }
    } catch (FileFaultException fault) {
      sink.reject(
          new Rejection(fault.reason(), null, lines.byteOffset(), lines.lineInRange(), null));
    }
    return lines.lineFeeds();
  }

  private void readLine(LineReader lines, RecordSink<SiteHit> sink) {
    RejectionReason reason = lines.isTooLong() ? RejectionReason.LINE_TOO_LONG : null;
    HitFields fields = new HitFields();
    if (reason == null) {
      String line =
          new String(lines.buffer(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
      if (parser.isSkipped(line)) {
        return;
      }
      reason = parser.parse(line, fields);
    }
    String field = null;
    if (reason == null && (fields.isWithoutRequest() || fields.isWithoutVisitor())) {
      sink.outOfScope();
      return;
    }
    if (reason == null) {
      SiteHit hit = fields.hit();
      if (hit != null && hit.atMicros() <= latestMicros) {
        sink.accept(hit, lines.byteOffset());
        return;
      }
      reason = hit == null ? fields.fault() : RejectionReason.TIME_IN_THE_FUTURE;
      field = hit == null ? fields.faultyField() : HitFields.TIME;
    }
    sink.reject(
        new Rejection(reason, field, lines.byteOffset(), lines.lineInRange(), lines.sha256()));
  }
}
