package dev.earshot.pipelines.sources.platforms.reddit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code comments.csv} and {@code posts.csv} of the data that an account requests from Reddit. They
 * do not name the account, nor scores.
 */
final class RedditAccount {
  private static final String COMMENTS_OF = "/comments/";

  private RedditAccount() {}

  /** Whether a line is the header of one of the two. */
  static boolean isHeader(String line) {
    return line.strip().replace("\"", "").startsWith("id,permalink,date,ip,subreddit,gildings,");
  }

  /** A row as the API's object. */
  static void row(List<String> names, CsvReader cells, RecordEmitter<Post> records) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells.cell(i));
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("subreddit", row.get("subreddit"));
    put(object, "id", row.get("id"));
    put(object, "created_utc", time(row.getOrDefault("date", "")));
    if (row.containsKey("link")) {
      String submission = "t3_" + submission(row.getOrDefault("link", ""));
      String parent = row.getOrDefault("parent", "");
      object.put("body", row.getOrDefault("body", ""));
      object.put("link_id", submission);
      object.put("parent_id", parent.isEmpty() ? submission : "t1_" + parent);
    } else {
      object.put("name", "t3_" + row.getOrDefault("id", ""));
      object.put("title", row.getOrDefault("title", ""));
      put(object, "selftext", row.get("body"));
      String url = row.getOrDefault("url", "");
      boolean isLink = !url.isEmpty() && !url.equals(row.get("permalink"));
      object.put("is_self", !isLink);
      put(object, "url", isLink ? url : "");
    }
    RedditThings.bare(object, records);
  }

  private static void put(ObjectNode object, String name, @Nullable String cell) {
    if (cell != null && !cell.isEmpty()) {
      object.put(name, cell);
    }
  }

  /** {@code 2025-03-01 10:00:00 UTC} as other times are written. */
  private static String time(String date) {
    boolean isUtc = date.endsWith(" UTC");
    return isUtc ? date.substring(0, date.length() - 4).replace(' ', 'T') + "Z" : date;
  }

  /** The id of the submission in its address. */
  private static String submission(String link) {
    int start = link.indexOf(COMMENTS_OF);
    int from = start + COMMENTS_OF.length();
    int end = start < 0 ? -1 : link.indexOf('/', from);
    return start < 0 ? link : link.substring(from, end < 0 ? link.length() : end);
  }
}
