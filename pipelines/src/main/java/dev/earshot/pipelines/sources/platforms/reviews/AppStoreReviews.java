package dev.earshot.pipelines.sources.platforms.reviews;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reviews of the App Store: the public feed ({@code
 * itunes.apple.com/COUNTRY/rss/customerreviews/id=APP/json}, where every value is a {@code label})
 * and the App Store Connect API ({@code customerReviews} and {@code customerReviewResponses},
 * developer.apple.com). The API names reviewers by nickname only. Votes against a review count
 * against those for it; below 0 they are not told.
 */
final class AppStoreReviews implements ElementParser<Post> {
  static final String NETWORK = "app-store";

  private final ReviewSite site;

  AppStoreReviews(ChatAccounts accounts) {
    site = new ReviewSite(NETWORK, accounts);
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode value = element.value();
    JsonNode data = value.path("data");
    if (value.path("feed").isObject()) {
      feed(value.path("feed"), records);
    } else if (data.isArray()) {
      page(value, data, records);
    } else if (isReview(data)) {
      page(value, List.of(data), records);
    } else if (isReview(value)) {
      page(value, List.of(value), records);
    } else {
      records.skip(SkipReason.OTHER);
    }
  }

  private void feed(JsonNode feed, RecordEmitter<Post> records) {
    JsonNode entries = feed.path("entry");
    String owner = site.owner(app(label(feed, "id")));
    List<JsonNode> single = entries.isObject() ? List.of(entries) : List.of();
    for (JsonNode entry : entries.isArray() ? entries : single) {
      if (entry.has("im:name")) {
        records.skip(SkipReason.PROFILE);
      } else if (!entry.has("im:rating")) {
        records.skip(SkipReason.OTHER);
      } else {
        String id = label(entry, "id");
        String author = idIn(label(entry.path("author"), "uri"), "/id");
        RecordDraft draft = site.begin(id, author, owner, records);
        ReviewSite.setText(draft, label(entry, "title"), label(entry, "content"));
        JsonFields.set(draft, PostField.POSTED_AT, entry.path("updated").path("label"));
        Long votes = JsonFields.count(entry.path("im:voteSum").path("label"));
        if (votes != null) {
          TextFields.setCount(draft, PostField.LIKE_COUNT, votes);
        }
        records.end(entry);
      }
    }
  }

  private static String label(JsonNode object, String name) {
    return object.path(name).path("label").asText("");
  }

  private void page(JsonNode page, Iterable<JsonNode> data, RecordEmitter<Post> records) {
    String owner = site.owner(idIn(page.path("links").path("self").asText(), "/apps/"));
    Map<String, JsonNode> responses = new HashMap<>();
    for (JsonNode included : page.path("included")) {
      responses.put(included.path("id").asText(), included.path("attributes"));
    }
    for (JsonNode review : data) {
      if (isReview(review)) {
        review(review, owner, responses, records);
      } else {
        records.skip(SkipReason.OTHER);
      }
    }
  }

  private void review(
      JsonNode review, String owner, Map<String, JsonNode> responses, RecordEmitter<Post> records) {
    JsonNode attributes = review.path("attributes");
    String id = review.path("id").asText();
    RecordDraft draft = site.begin(id, null, owner, records);
    ReviewSite.setText(
        draft, attributes.path("title").asText(""), attributes.path("body").asText(""));
    JsonFields.set(draft, PostField.POSTED_AT, attributes.path("createdDate"));
    records.end(review);
    String response =
        review.path("relationships").path("response").path("data").path("id").asText();
    JsonNode reply = responses.get(response);
    if (reply != null) {
      String words = reply.path("responseBody").asText("");
      site.reply(id, owner, words, reply.path("lastModifiedDate"), reply, records);
    }
  }

  private static boolean isReview(JsonNode thing) {
    return thing.path("type").asText().equals("customerReviews");
  }

  private static @Nullable String app(String address) {
    return idIn(address, "/id=");
  }

  /** The digits behind a mark in an address; null where there are none. */
  private static @Nullable String idIn(String address, String mark) {
    int start = address.indexOf(mark);
    int from = start + mark.length();
    int end = from;
    while (start >= 0 && end < address.length() && Character.isDigit(address.charAt(end))) {
      end++;
    }
    return start < 0 || end == from ? null : address.substring(from, end);
  }
}
