package dev.earshot.pipelines.sources.platforms.reddit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tables of Reddit submissions or comments whose columns are the members of the API's objects, as
 * collectors write them. They often have no author.
 */
final class RedditCsv {
  private static final Set<String> COUNTS = Set.of("score", "num_comments");
  private static final Set<String> FLAGS = Set.of("is_self", "is_video", "score_hidden");

  private RedditCsv() {}

  /** Whether a line names columns that only such tables have together. */
  static boolean isHeader(String line) {
    Set<String> names = new HashSet<>(List.of(line.strip().replace("\"", "").split(",", -1)));
    return names.contains("created_utc") && (isSubmissions(names) || names.contains("link_id"));
  }

  private static boolean isSubmissions(Set<String> names) {
    return names.contains("title") && names.contains("permalink");
  }

  /** A row as the API's object; an empty cell is no member, but for text. */
  static void row(List<String> names, CsvReader cells, RecordEmitter<Post> records) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("subreddit", "");
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String cell = cells.cell(i);
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
    RedditThings.bare(object, records);
  }
}
