package dev.earshot.pipelines.sources.weblogs;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.times.LogTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Access logs of Amazon's load balancers, classic and application. They hold no referrer: visits in
 * them are told by utm parameters, click ids and in-app browsers alone.
 */
public final class ElbLogs implements Source<SiteHit> {
  private final HitLines lines;

  /** Reads within the limits. */
  public ElbLogs(ReadLimits limits) {
    lines = new HitLines(limits, new LineParser());
  }

  @Override
  public Format format() {
    return Format.ELB_LOG;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<SiteHit> sink)
      throws IOException {
    return lines.read(channel, range, sink);
  }

  /** Whether a line looks like one of them: a time first, or a protocol and then a time. */
  static boolean matches(String line) {
    List<String> cells = cells(line);
    int time = timeOf(cells);
    return time >= 0
        && cells.size() > time + 12
        && LogTimes.parse(cells.get(time)) != Timestamps.INVALID
        && cells.get(time + 2).indexOf(':') > 0;
  }

  private static int timeOf(List<String> cells) {
    boolean isApplication = cells.size() > 13 && cells.get(0).indexOf('-') < 0;
    return cells.size() < 12 ? -1 : isApplication ? 1 : 0;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int i = 0;
    while (i < line.length()) {
      boolean isQuoted = line.charAt(i) == '"';
      int end = line.indexOf(isQuoted ? '"' : ' ', isQuoted ? i + 1 : i);
      end = end < 0 ? line.length() : end;
      cells.add(line.substring(isQuoted ? i + 1 : i, end));
      i = isQuoted ? end + 2 : end + 1;
    }
    return cells;
  }

  private static final class LineParser implements HitLines.Parser {
    @Override
    public boolean isSkipped(String line) {
      return line.startsWith("#");
    }

    @Override
    public @Nullable RejectionReason parse(String line, HitFields fields) {
      if (!matches(line)) {
        return RejectionReason.INVALID_LOG_LINE;
      }
      List<String> cells = cells(line);
      int time = timeOf(cells);
      String client = cells.get(time + 2);
      fields.atMicros = LogTimes.parse(cells.get(time));
      fields.address = client.substring(0, client.lastIndexOf(':'));
      fields.status = cells.get(time + 7);
      fields.request(cells.get(time + 11));
      fields.userAgent = cells.get(time + 12);
      String target = fields.target == null ? "" : fields.target;
      int start = target.indexOf("://") + 3;
      int slash = start < 3 ? -1 : target.indexOf('/', start);
      if (slash > 0) {
        fields.host = target.substring(start, slash);
        fields.target = target.substring(slash);
      }
      return null;
    }
  }
}
