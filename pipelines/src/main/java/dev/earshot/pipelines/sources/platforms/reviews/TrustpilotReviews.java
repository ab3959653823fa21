package dev.earshot.pipelines.sources.platforms.reviews;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Service reviews of Trustpilot: answers of its API (developers.trustpilot.com, "Get a business
 * unit's reviews") and the table of reviews that Trustpilot Business exports, whose times are UTC.
 */
final class TrustpilotReviews implements ElementParser<Post> {
  static final String NETWORK = "trustpilot";
  static final Set<String> ARRAYS = Set.of("reviews");

  private static final Timestamps TIMES =
      new Timestamps(List.of(), new LocalTimes(ZoneOffset.UTC, null));

  private final ReviewSite site;

  TrustpilotReviews(ChatAccounts accounts) {
    site = new ReviewSite(NETWORK, accounts);
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode review = element.value();
    if (!review.has("stars") || !review.has("createdAt")) {
      records.skip(SkipReason.OTHER);
      return;
    }
    JsonNode unit = review.path("businessUnit");
    String id = review.path("id").asText();
    String owner =
        site.owner(
            JsonFields.text(unit.path("identifyingName")),
            JsonFields.text(unit.path("id")),
            JsonFields.text(unit.path("displayName")));
    RecordDraft draft =
        site.begin(id, JsonFields.text(review.path("consumer").path("id")), owner, records);
    ReviewSite.setText(draft, review.path("title").asText(""), review.path("text").asText(""));
    JsonFields.set(draft, PostField.LANGUAGE, review.path("language"));
    JsonFields.set(draft, PostField.POSTED_AT, review.path("createdAt"));
    JsonFields.set(draft, PostField.LIKE_COUNT, review.path("numberOfLikes"));
    records.end(review);
    JsonNode reply = review.path("companyReply");
    if (reply.path("text").isTextual()) {
      site.reply(
          id, owner, reply.path("text").textValue(), reply.path("createdAt"), review, records);
    }
  }

  /** Whether a line names the columns of the table. */
  static boolean isHeader(String line) {
    Set<String> columns = HeaderedCsv.columns(line);
    return columns.containsAll(Set.of("Review Created (UTC)", "Review Stars"));
  }

  /** A row of the table; names of columns have changed over the years. */
  void row(List<String> names, CsvReader cells, RecordEmitter<Post> records) {
    Map<String, String> row = HeaderedCsv.row(names, cells);
    ObjectNode source = ReviewSite.object(row);
    String stated = first(row, "Review Id", "Review ID");
    String id = stated == null ? site.derivedId(source) : stated;
    String owner =
        site.owner(
            first(row, "Domain Url", "Domain URL", "Domain Name"),
            first(row, "Business Unit Id", "Business Unit ID"));
    RecordDraft draft = site.begin(id, first(row, "Review Consumer User Id"), owner, records);
    ReviewSite.setText(
        draft, row.getOrDefault("Review Title", ""), row.getOrDefault("Review Content", ""));
    String language = first(row, "Review Language");
    if (language != null) {
      TextFields.setText(draft, PostField.LANGUAGE, language);
    }
    TextFields.setTimestamp(
        draft, PostField.POSTED_AT, TIMES.parse(row.getOrDefault("Review Created (UTC)", "")));
    records.end(source);
    String reply = first(row, "Company Response", "Company Reply", "Business Reply");
    String time = first(row, "Company Reply Date (UTC)", "Business Reply Date (UTC)");
    if (reply != null && time != null) {
      long micros = TIMES.parse(time);
      JsonNode at = micros < 0 ? source.path("") : source.numberNode(micros);
      site.reply(id, owner, reply, at, source, records);
    }
  }

  private static @Nullable String first(Map<String, String> row, String... names) {
    for (String name : names) {
      String cell = row.getOrDefault(name, "");
      if (!cell.isEmpty()) {
        return cell;
      }
    }
    return null;
  }
}
