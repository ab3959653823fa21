package dev.earshot.pipelines.sources.platforms.youtube;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.json.TreeReader;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comments of an account as Google Takeout has them: a table whose header is in the account's
 * language and whose columns change their places, so that each cell is known by its form. The text
 * stands in pieces of JSON.
 */
public final class YouTubeTakeout {
  public static final FormatSpec<Post> FORMAT =
      FormatSpec.of(Format.YOUTUBE_TAKEOUT, Post.class)
          .guide(
              "YouTube",
              "'Takeout/YouTube and YouTube Music/comments/comments.csv'",
              "takeout.google.com, YouTube, comments",
              "handles, likes and replies, language")
          .markedByLines(YouTubeTakeout::beginsIn)
          .read(
              context ->
                  HeaderedCsv.posts(Format.YOUTUBE_TAKEOUT, YouTubeTakeout::row, context.limits()));

  private static final String NETWORK = "youtube";
  private static final int MAX_TEXT = 1 << 20;
  private static final int VIDEO_ID_LENGTH = 11;

  private YouTubeTakeout() {}

  /** Whether the second row has a comment, a channel and a text in pieces. */
  private static boolean beginsIn(byte[] head, int length) {
    CsvReader rows = new CsvReader(new ByteArrayChannel(head, length), ',', false, MAX_TEXT);
    try {
      if (!rows.next() || rows.fault() != null || !rows.next() || rows.fault() != null) {
        return false;
      }
    } catch (IOException cutOff) {
      return false;
    }
    int found = 0;
    for (int i = 0; i < rows.cellCount(); i++) {
      String cell = rows.cell(i);
      found |= isComment(cell) ? 1 : 0;
      found |= isChannel(cell) ? 2 : 0;
      found |= isText(cell) ? 4 : 0;
    }
    return found == 7;
  }

  private static boolean isComment(String cell) {
    return cell.startsWith("Ug") && !cell.startsWith("Ugkx") && cell.indexOf(' ') < 0;
  }

  private static boolean isChannel(String cell) {
    return cell.startsWith("UC") && cell.indexOf(' ') < 0;
  }

  private static boolean isText(String cell) {
    return cell.startsWith("{\"text\"") || cell.startsWith("{\"takeoutSegments\"");
  }

  private static boolean isTime(String cell) {
    return cell.length() > 18 && cell.charAt(4) == '-' && cell.charAt(10) == 'T';
  }

  /** The parent stands before the text, the comment that began the thread behind it. */
  private static void row(List<String> names, CsvReader cells, RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    String parent = null;
    String video = null;
    for (int i = 0; i < names.size(); i++) {
      String cell = cells.cell(i);
      source.put(names.get(i), cell);
      if (isComment(cell) && !draft.isPresent(PostField.POST_ID)) {
        TextFields.setText(draft, PostField.POST_ID, cell);
      } else if (isComment(cell) && !draft.isPresent(PostField.TEXT)) {
        parent = cell;
      } else if (isChannel(cell) && !draft.isPresent(PostField.AUTHOR_ID)) {
        TextFields.setText(draft, PostField.AUTHOR_ID, cell);
      } else if (isTime(cell)) {
        JsonFields.set(draft, PostField.POSTED_AT, source.path(names.get(i)));
      } else if (isText(cell)) {
        setText(draft, cell);
      } else if (cell.length() == VIDEO_ID_LENGTH && cell.indexOf(' ') < 0) {
        video = cell;
      }
    }
    TextFields.setText(draft, PostField.CONVERSATION_ID, video == null ? "" : video);
    String answered = parent == null ? video : parent;
    TextFields.setText(draft, PostField.IN_REPLY_TO_POST_ID, answered == null ? "" : answered);
    records.end(source);
  }

  private static void setText(RecordDraft draft, String pieces) {
    String text = text(pieces);
    if (text == null) {
      draft.fail(PostField.TEXT, RejectionReason.INVALID_FIELD);
    } else {
      TextFields.setText(draft, PostField.TEXT, text);
    }
  }

  private static @Nullable String text(String pieces) {
    byte[] json = ("[" + pieces + "]").getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = DocumentSource.factory(ReadLimits.DEFAULT).createParser(json)) {
      parser.nextToken();
      TreeReader trees = new TreeReader(MAX_TEXT);
      StringBuilder text = new StringBuilder();
      for (JsonNode piece : trees.read(parser)) {
        text.append(piece.path("text").asText());
        piece.path("takeoutSegments").forEach(one -> text.append(one.path("text").asText()));
      }
      return text.toString();
    } catch (IOException broken) {
      return null;
    }
  }
}
