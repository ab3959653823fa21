package dev.earshot.pipelines.sources.weblogs;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.times.LogTimes;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Logs in the W3C extended format, of which the line {@code #Fields:} names the columns: IIS and
 * CloudFront. Read whole, since the columns stand at the beginning. Times are UTC, as the format
 * says. (W3C Working Draft WD-logfile-960323.)
 */
public final class W3cLogs implements Source<SiteHit> {
  private final ReadLimits limits;

  /** Reads within the limits. */
  public W3cLogs(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public Format format() {
    return Format.W3C_LOG;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<SiteHit> sink)
      throws IOException {
    return new HitLines(limits, new LineParser()).read(channel, range, sink);
  }

  private static final class LineParser implements HitLines.Parser {
    private static final String FIELDS = "#Fields:";
    private List<String> columns = List.of();

    @Override
    public boolean isSkipped(String line) {
      if (line.startsWith(FIELDS)) {
        columns =
            cells(line.substring(FIELDS.length()).strip()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
      }
      return line.startsWith("#");
    }

    @Override
    public @Nullable RejectionReason parse(String line, HitFields fields) {
      List<String> cells = cells(line);
      if (columns.isEmpty() || cells.size() != columns.size()) {
        return RejectionReason.INVALID_LOG_LINE;
      }
      String query = value(cells, "cs-uri-query");
      String stem = value(cells, "cs-uri-stem");
      fields.target =
          stem == null || query == null || query.equals("-") ? stem : stem + '?' + query;
      if ("-".equals(stem)) {
        fields.target = null;
        fields.noRequest();
      }
      String forwarded = value(cells, "x-host-header");
      fields.host = forwarded == null ? value(cells, "cs-host", "cs(host)") : forwarded;
      fields.address = value(cells, "c-ip");
      fields.forwardedFor = decoded(value(cells, "x-forwarded-for", "cs(x-forwarded-for)"));
      fields.userId = value(cells, "cs-username");
      fields.method = value(cells, "cs-method");
      fields.status = value(cells, "sc-status");
      fields.referrer = value(cells, "cs(referer)");
      fields.userAgent = decoded(value(cells, "cs(user-agent)"));
      fields.atMicros = LogTimes.parse(value(cells, "date") + "T" + value(cells, "time") + "Z");
      return null;
    }

    private @Nullable String value(List<String> cells, String... names) {
      for (String name : names) {
        int column = columns.indexOf(name);
        if (column >= 0) {
          return cells.get(column);
        }
      }
      return null;
    }

    /** IIS writes blanks as plus signs, CloudFront as {@code %20} or {@code %2520}. */
    private static @Nullable String decoded(@Nullable String text) {
      return text == null
          ? null
          : text.replace("%2520", " ").replace("%20", " ").replace("%25", "%").replace('+', ' ');
    }

    /** Cells between tabs where there are any, else between blanks; quotes hold a cell together. */
    private static List<String> cells(String line) {
      char delimiter = line.indexOf('\t') >= 0 ? '\t' : ' ';
      List<String> cells = new ArrayList<>();
      int i = 0;
      while (i <= line.length()) {
        boolean isQuoted = i < line.length() && line.charAt(i) == '"';
        int end = line.indexOf(isQuoted ? '"' : delimiter, isQuoted ? i + 1 : i);
        end = end < 0 ? line.length() : end;
        cells.add(line.substring(isQuoted ? i + 1 : i, end));
        i = isQuoted ? end + 2 : end + 1;
      }
      return cells;
    }
  }
}
