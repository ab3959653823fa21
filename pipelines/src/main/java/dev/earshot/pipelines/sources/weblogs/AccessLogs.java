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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.basjes.parse.core.exceptions.DissectionFailure;
import nl.basjes.parse.core.exceptions.InvalidDissectorException;
import nl.basjes.parse.core.exceptions.MissingDissectorsException;
import nl.basjes.parse.httpdlog.HttpdLogFormatDissector;
import nl.basjes.parse.httpdlog.HttpdLoglineParser;
import org.jspecify.annotations.Nullable;

/**
 * Access logs of Apache, NGINX and whatever writes as they do, read through Httpdlog: by the
 * LogFormat that the user states, else in the common and the combined format, with or without a
 * virtual host before them, in NGINX's {@code main} and as Traefik writes them. Not safe for use by
 * several threads.
 */
public final class AccessLogs implements Source<SiteHit> {
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final String COMBINED =
      "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"";

  private final HitLines lines;

  /**
   * Reads within the limits.
   *
   * @param logFormat as it stands in the server's configuration; null to tell it by the line
   */
  public AccessLogs(ReadLimits limits, @Nullable String logFormat) {
    lines = new HitLines(limits, new LineParser(logFormat));
  }

  @Override
  public Format format() {
    return Format.ACCESS_LOG;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<SiteHit> sink)
      throws IOException {
    return lines.read(channel, range, sink);
  }

  /**
   * What a LogFormat lacks of visitor's address, time and request line, without which its lines are
   * no requests; empty where it has them.
   */
  public static List<String> missingFrom(String logFormat) {
    List<String> parts = new HttpdLogFormatDissector(logFormat).getPossibleOutput();
    List<String> missing = new ArrayList<>();
    if (!parts.contains(AccessLogLine.ADDRESS)) {
      missing.add("the visitor's address (%h or $remote_addr)");
    }
    if (!parts.contains(AccessLogLine.TIME) && !parts.contains(AccessLogLine.ISO_TIME)) {
      missing.add("the time (%t, $time_local or $time_iso8601)");
    }
    if (!parts.contains(AccessLogLine.REQUEST)) {
      missing.add("the request line (%r or $request)");
    }
    return missing;
  }

  /**
   * The LogFormat of a line, by how many words stand before its time and how many quoted parts it
   * has; null where it is none of the six.
   */
  static @Nullable String formatOf(String logged) {
    String line = withUserAsOneWord(withoutRouter(logged));
    int bracket = line.indexOf('[');
    int words = 0;
    for (int i = 0; i < bracket; i++) {
      words += line.charAt(i) == ' ' ? 1 : 0;
    }
    if (bracket < 0 || words < 3 || line.indexOf("] \"", bracket) < 0) {
      return null;
    }
    int quotes = 0;
    int escaped = 0;
    for (int i = bracket; i < line.length(); i++) {
      boolean isQuote = line.charAt(i) == '"';
      quotes += isQuote ? 1 : 0;
      escaped += isQuote && line.charAt(i - 1) == '\\' ? 1 : 0;
    }
    boolean isCombined = quotes >= 6 && line.endsWith("\"");
    if (!isCombined && quotes - escaped != 2) {
      return null;
    }
    String common =
        !isCombined
            ? "%h %l %u %t \"%r\" %>s %b"
            : quotes - escaped >= 8 && endsWithAddresses(line)
                ? COMBINED + " \"%{X-Forwarded-For}i\""
                : COMBINED;
    int first = line.indexOf(' ');
    boolean hasHost = words == 4 && isHostAndPort(line.substring(0, first));
    if (!hasHost) {
      return common;
    }
    return (line.lastIndexOf(':', first) > 0 ? "%v:%p " : "%v ") + common;
  }

  /**
   * The line without what Traefik writes behind the combined format: the number of requests, the
   * router and the server's address in quotes, and the duration.
   */
  static String withoutRouter(String line) {
    if (!line.endsWith("ms")) {
      return line;
    }
    int end = line.length() - 2;
    end = behindDigits(line, end);
    for (int part = 0; part < 2 && end > 1; part++) {
      boolean isQuoted = line.startsWith("\" ", end - 2);
      end = isQuoted ? line.lastIndexOf('"', end - 3) : -1;
    }
    end = end > 0 ? behindDigits(line, end - 1) : -1;
    return end > 1 && line.startsWith("\" ", end - 2) ? line.substring(0, end - 1) : line;
  }

  /** The line with the blanks of a user's name as others, so that the name is a word. */
  private static String withUserAsOneWord(String line) {
    int user = line.indexOf(' ') + 3;
    int end = line.indexOf(" [");
    boolean hasUser = user > 3 && end > user && line.startsWith("- ", user - 2);
    int blank = hasUser ? line.indexOf(' ', user) : -1;
    return blank < 0 || blank >= end
        ? line
        : line.substring(0, user)
            + line.substring(user, end).replace(' ', NO_BREAK_SPACE)
            + line.substring(end);
  }

  /** Where digits begin that end there; -1 where there are none. */
  private static int behindDigits(String line, int end) {
    int start = end;
    while (start > 0 && line.charAt(start - 1) >= '0' && line.charAt(start - 1) <= '9') {
      start--;
    }
    return start < end ? start : -1;
  }

  /** Whether the last quoted part is what NGINX's own format {@code main} ends with. */
  private static boolean endsWithAddresses(String line) {
    int start = line.lastIndexOf(" \"") + 2;
    String last = line.substring(Math.min(start, line.length() - 1), line.length() - 1);
    return last.equals("-")
        || (!last.isEmpty()
            && last.chars().allMatch(c -> Character.digit(c, 16) >= 0 || ".:, []".indexOf(c) >= 0)
            && last.chars().anyMatch(c -> c == '.' || c == ':'));
  }

  private static boolean isHostAndPort(String word) {
    return word.indexOf('.') > 0 || word.startsWith("localhost");
  }

  private static final class LineParser implements HitLines.Parser {
    private final @Nullable String logFormat;
    private final Map<String, HttpdLoglineParser<AccessLogLine>> parsers = new HashMap<>();

    LineParser(@Nullable String logFormat) {
      this.logFormat = logFormat;
    }

    @Override
    public @Nullable RejectionReason parse(String logged, HitFields fields) {
      String line = logFormat == null ? withUserAsOneWord(withoutRouter(logged)) : logged;
      String format = logFormat == null ? formatOf(line) : logFormat;
      if (format == null) {
        return RejectionReason.INVALID_LOG_LINE;
      }
      AccessLogLine parts = new AccessLogLine();
      try {
        parsers.computeIfAbsent(format, LineParser::parser).parse(parts, line);
      } catch (DissectionFailure notInFormat) {
        return hasWrongTime(line)
            ? RejectionReason.INVALID_TIMESTAMP
            : RejectionReason.INVALID_LOG_LINE;
      } catch (InvalidDissectorException | MissingDissectorsException e) {
        throw new IllegalStateException("the log format was checked before the run", e);
      }
      fill(parts, fields);
      return null;
    }

    /** Httpdlog takes a line whose time is none for one that is not in the format. */
    private static boolean hasWrongTime(String line) {
      int begin = line.indexOf('[');
      int end = line.indexOf(']', begin);
      return begin >= 0
          && end - begin - 1 == LogTimes.LENGTH
          && LogTimes.parse(line.substring(begin + 1, end)) == Timestamps.INVALID;
    }

    private static HttpdLoglineParser<AccessLogLine> parser(String format) {
      HttpdLoglineParser<AccessLogLine> parser =
          new HttpdLoglineParser<>(AccessLogLine.class, format);
      parser.ignoreMissingDissectors();
      return parser;
    }

    private static void fill(AccessLogLine parts, HitFields fields) {
      String name = parts.logname;
      fields.host = parts.host == null && name != null && name.indexOf('.') > 0 ? name : parts.host;
      boolean isTold = parts.calledBy != null && !parts.calledBy.equals("-");
      fields.address = isTold ? parts.calledBy : parts.address;
      fields.forwardedFor = isTold ? null : parts.forwardedFor;
      fields.userId = parts.user == null ? null : parts.user.replace(NO_BREAK_SPACE, ' ');
      // Httpdlog has no value for a hyphen.
      fields.request(parts.request == null ? "-" : parts.request);
      fields.status = parts.status;
      fields.referrer = parts.referrer;
      fields.userAgent = parts.userAgent;
      fields.atMicros = parts.time == null ? Timestamps.INVALID : LogTimes.parse(parts.time);
    }
  }
}
