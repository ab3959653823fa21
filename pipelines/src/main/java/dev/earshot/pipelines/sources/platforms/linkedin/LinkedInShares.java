package dev.earshot.pipelines.sources.platforms.linkedin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code Shares.csv} and {@code Comments.csv} of the data that a member downloads from LinkedIn.
 * They do not name the member. A text of several lines may have quotes around every line, so that
 * its row goes on in the next ones; quotes inside are doubled, or have a backslash.
 */
final class LinkedInShares implements Source<Post> {
  private static final Set<String> SHARES = Set.of("Date", "ShareLink", "ShareCommentary");
  private static final Set<String> COMMENTS = Set.of("Date", "Link", "Message");
  private static final Set<String> PUBLIC = Set.of("", "PUBLIC", "MEMBER_NETWORK", "ANYONE");
  private static final String URN = "urn:li:";

  private final ReadLimits limits;

  LinkedInShares(ReadLimits limits) {
    this.limits = limits;
  }

  static boolean isHeader(String line) {
    Set<String> columns = HeaderedCsv.columns(line);
    return columns.containsAll(SHARES) || columns.equals(COMMENTS);
  }

  @Override
  public Format format() {
    return Format.LINKEDIN_DOWNLOAD;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<Post> sink)
      throws IOException {
    if (!range.equals(ByteRange.WHOLE)) {
      throw new IllegalArgumentException("CSV is read whole, not " + range);
    }
    ReadableByteChannel plain = new BackslashQuotes(channel);
    CsvReader rows = new CsvReader(plain, ',', false, limits.maxRecordBytes());
    RecordEmitter<Post> records = RecordEmitter.posts(sink, limits);
    try {
      if (rows.next()) {
        List<String> names = cells(rows);
        names.replaceAll(String::strip);
        readRows(names, rows, records);
      }
    } catch (FileFaultException fault) {
      records.moveTo(rows.byteOffset(), rows.lineInRange());
      records.reject(fault.reason(), null, null);
    }
    return rows.lineFeeds();
  }

  private void readRows(List<String> names, CsvReader rows, RecordEmitter<Post> records)
      throws IOException {
    OpenShare open = new OpenShare(limits.maxRecordBytes());
    long line = 0;
    while (rows.next()) {
      boolean isBad = rows.fault() != null || !rows.isValidUtf8();
      List<String> cells = isBad ? List.of() : cells(rows);
      if (isBad || !open.takes(cells, names.size())) {
        rejectOpen(open, records);
        records.moveTo(rows.byteOffset(), rows.lineInRange());
      }
      if (isBad) {
        RejectionReason fault = rows.fault();
        records.reject(
            fault == null ? RejectionReason.INVALID_ENCODING : fault, null, rows.sha256());
      } else {
        open.add(cells, rows.lineInRange() - line);
      }
      line = rows.lineInRange();
      if (open.size() == names.size()) {
        row(names, open.take(), records);
      } else if (open.size() > names.size()) {
        rejectOpen(open, records);
      }
    }
    rejectOpen(open, records);
  }

  private static void rejectOpen(OpenShare open, RecordEmitter<Post> records) {
    if (!open.isEmpty()) {
      records.reject(RejectionReason.INVALID_CSV, null, null);
      open.clear();
    }
  }

  private static List<String> cells(CsvReader rows) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(rows.cellCount(), 32); i++) {
      cells.add(rows.cell(i));
    }
    return cells;
  }

  private static void row(List<String> names, List<String> cells, RecordEmitter<Post> records) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells.get(i));
    }
    boolean isComment = row.has("Message");
    if (!PUBLIC.contains(cell(row, "Visibility"))) {
      records.skip(SkipReason.NOT_PUBLIC);
      return;
    }
    String urn = urn(cell(row, isComment ? "Link" : "ShareLink"));
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, LinkedInFormats.NETWORK);
    String id = isComment || urn == null ? hash(row) : urn;
    draft.set(PostField.POST_ID, id);
    if (isComment && urn != null) {
      TextFields.setText(draft, PostField.IN_REPLY_TO_POST_ID, urn);
    }
    String text = cell(row, isComment ? "Message" : "ShareCommentary");
    TextFields.setText(draft, PostField.TEXT, text.replace("\"\n\"", "\n"));
    LinkedInTimes.set(draft, PostField.POSTED_AT, cell(row, "Date"));
    draft.details().addLink(cell(row, "SharedUrl"));
    if (!cell(row, "MediaUrl").isEmpty()) {
      draft.set(PostField.MEDIA_TYPE, "media");
    }
    JsonFields.completeAuthor(draft);
    records.end(row);
  }

  private static String cell(ObjectNode row, String name) {
    return row.path(name).asText("");
  }

  private static String hash(ObjectNode row) {
    return ChatMembers.id(LinkedInFormats.NETWORK, row.toString());
  }

  /** The name of a post in its address, {@code urn:li:share:1}; null where there is none. */
  private static @Nullable String urn(String address) {
    String plain = address;
    if (address.indexOf('%') >= 0) {
      try {
        plain = URLDecoder.decode(address, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notEncoded) {
        return null;
      }
    }
    int start = plain.indexOf(URN);
    int end = start;
    while (end >= 0 && end < plain.length() && isPart(plain.charAt(end))) {
      end++;
    }
    return start < 0 ? null : plain.substring(start, end);
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-';
  }
}
