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
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reviews of Google Play: the monthly tables of the Play Console (UTF-16, a row also for ratings
 * without words; support.google.com, "Download reviews") and answers of the Google Play Developer
 * API ({@code reviews.list}). Neither has an id of the reviewer.
 */
final class GooglePlayReviews implements ElementParser<Post> {
  static final String NETWORK = "google-play";
  static final Set<String> ARRAYS = Set.of("reviews");

  private static final String REVIEW_ID = "reviewId=";

  private final ReviewSite site;

  GooglePlayReviews(ChatAccounts accounts) {
    site = new ReviewSite(NETWORK, accounts);
  }

  /** Whether a line names the columns of the console's tables. */
  static boolean isHeader(String line) {
    return HeaderedCsv.columns(line)
        .containsAll(Set.of("Package Name", "Star Rating", "Review Submit Millis Since Epoch"));
  }

  /** A row of the console's tables. */
  void row(List<String> names, CsvReader cells, RecordEmitter<Post> records) {
    Map<String, String> row = HeaderedCsv.row(names, cells);
    ObjectNode source = ReviewSite.object(row);
    String owner = site.owner(row.get("Package Name"));
    String id = id(row.getOrDefault("Review Link", ""), source);
    RecordDraft draft = site.begin(id, null, owner, records);
    ReviewSite.setText(
        draft, row.getOrDefault("Review Title", ""), row.getOrDefault("Review Text", ""));
    String language = row.getOrDefault("Reviewer Language", "");
    if (!language.isEmpty()) {
      TextFields.setText(draft, PostField.LANGUAGE, language);
    }
    JsonFields.set(draft, PostField.POSTED_AT, source.path("Review Submit Millis Since Epoch"));
    records.end(source);
    String reply = row.getOrDefault("Developer Reply Text", "");
    if (!reply.isEmpty()) {
      JsonNode time = source.path("Developer Reply Millis Since Epoch");
      site.reply(id, owner, reply, time, source, records);
    }
  }

  /** Ratings without words have no link. */
  private String id(String link, JsonNode source) {
    int start = link.indexOf(REVIEW_ID);
    int from = start + REVIEW_ID.length();
    int end = start < 0 ? -1 : link.indexOf('&', from);
    String id = start < 0 ? "" : link.substring(from, end < 0 ? link.length() : end);
    return id.isEmpty() ? site.derivedId(source) : id.replace("%3A", ":");
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode review = element.value();
    if (!review.path("comments").isArray()) {
      records.skip(SkipReason.OTHER);
      return;
    }
    String owner = site.owner();
    String id = review.path("reviewId").asText();
    for (JsonNode comment : review.path("comments")) {
      JsonNode user = comment.path("userComment");
      JsonNode developer = comment.path("developerComment");
      if (user.isObject()) {
        RecordDraft draft = site.begin(id, null, owner, records);
        String text = user.path("text").asText("");
        int tab = text.indexOf('\t');
        ReviewSite.setText(
            draft, tab < 0 ? "" : text.substring(0, tab).strip(), text.substring(tab + 1).strip());
        JsonFields.set(draft, PostField.LANGUAGE, user.path("reviewerLanguage"));
        JsonFields.set(draft, PostField.POSTED_AT, user.path("lastModified").path("seconds"));
        JsonFields.set(draft, PostField.LIKE_COUNT, user.path("thumbsUpCount"));
        records.end(review);
      } else if (developer.isObject()) {
        JsonNode time = developer.path("lastModified").path("seconds");
        site.reply(id, owner, developer.path("text").asText(""), time, review, records);
      }
    }
  }
}
