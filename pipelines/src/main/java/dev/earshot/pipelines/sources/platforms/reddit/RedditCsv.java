package dev.earshot.pipelines.sources.platforms.reddit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.tabular.CsvCells;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tables of Reddit submissions or comments whose columns are the members of the API's objects, as
 * collectors write them. They often have no author.
 */
final class RedditCsv implements Source<Post> {
  private static final Set<String> COUNTS = Set.of("score", "num_comments");
  private static final Set<String> FLAGS = Set.of("is_self", "is_video", "score_hidden");

  private final ReadLimits limits;

  RedditCsv(ReadLimits limits) {
    this.limits = limits;
  }

  /** Whether a line names columns that only such tables have together. */
  static boolean isHeader(String line) {
    Set<String> names = new HashSet<>(List.of(line.strip().replace("\"", "").split(",", -1)));
    return names.contains("created_utc") && (isSubmissions(names) || names.contains("link_id"));
  }

  private static boolean isSubmissions(Set<String> names) {
    return names.contains("title") && names.contains("permalink");
  }

  @Override
  public Format format() {
    return Format.REDDIT_CSV;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<Post> sink)
      throws IOException {
    if (!range.equals(ByteRange.WHOLE)) {
      throw new IllegalArgumentException("CSV is read whole, not " + range);
    }
    CsvReader rows = new CsvReader(channel, ',', false, limits.maxRecordBytes());
    RecordEmitter<Post> records = RecordEmitter.posts(sink, limits);
    try {
      if (rows.next()) {
        readRows(rows, records);
      }
    } catch (FileFaultException fault) {
      records.moveTo(rows.byteOffset(), rows.lineInRange());
      records.reject(fault.reason(), null, null);
    }
    return rows.lineFeeds();
  }

  private static void readRows(CsvReader rows, RecordEmitter<Post> records) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Math.min(rows.cellCount(), CsvCells.MAX_CELLS); i++) {
      names.add(rows.cell(i).strip());
    }
    while (rows.next()) {
      records.moveTo(rows.byteOffset(), rows.lineInRange());
      RejectionReason fault = fault(rows, names.size());
      if (fault == null) {
        RedditThings.bare(row(rows, names), records);
      } else {
        records.reject(fault, null, rows.sha256());
      }
    }
  }

  private static @Nullable RejectionReason fault(CsvReader rows, int width) {
    if (rows.fault() != null) {
      return rows.fault();
    }
    if (!rows.isValidUtf8()) {
      return RejectionReason.INVALID_ENCODING;
    }
    return rows.cellCount() == width ? null : RejectionReason.INVALID_CSV;
  }

  /** The row as the API's object; an empty cell is no member, but for text. */
  private static ObjectNode row(CsvReader rows, List<String> names) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("subreddit", "");
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String cell = rows.cell(i);
      Long count = COUNTS.contains(name) ? TextFields.wholeNumberOrNull(cell) : null;
      if (count != null) {
        object.put(name, (long) count);
      } else if (name.equals("edited") && TextFields.isFloat(cell)) {
        object.put(name, Double.parseDouble(cell));
      } else if (FLAGS.contains(name)) {
        object.put(name, cell.equalsIgnoreCase("true"));
      } else if (!cell.isEmpty() || name.equals("body") || name.equals("title")) {
        object.put(name, cell);
      }
    }
    return object;
  }
}
