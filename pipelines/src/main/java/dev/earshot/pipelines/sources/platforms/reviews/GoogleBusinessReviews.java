package dev.earshot.pipelines.sources.platforms.reviews;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reviews of places, as the Google My Business API v4 answers ({@code
 * accounts.locations.reviews.list}) and as Google Takeout has them of a Business Profile. Reviewers
 * have a name and no id. Google adds its translation to the words.
 */
final class GoogleBusinessReviews implements ElementParser<Post> {
  static final String NETWORK = "google-business";
  static final Set<String> ARRAYS = Set.of("reviews", "locationReviews");

  private static final String TRANSLATED = "(Translated by Google)";
  private static final String ORIGINAL = "(Original)";

  private final ReviewSite site;

  GoogleBusinessReviews(ChatAccounts accounts) {
    site = new ReviewSite(NETWORK, accounts);
  }

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode value = element.value();
    JsonNode review = value.path("review").isObject() ? value.path("review") : value;
    if (!review.has("starRating") || !review.has("createTime")) {
      records.skip(SkipReason.OTHER);
      return;
    }
    String name = review.path("name").asText("");
    String stated = part(name, "reviews");
    String id = stated == null ? review.path("reviewId").asText("") : stated;
    String known = id.isEmpty() ? site.derivedId(review) : id;
    String owner = site.owner(part(name, "locations"), part(name, "accounts"));
    RecordDraft draft = site.begin(known, null, owner, records);
    ReviewSite.setText(draft, "", original(review.path("comment").asText("")));
    JsonFields.set(draft, PostField.POSTED_AT, review.path("createTime"));
    records.end(review);
    JsonNode reply = review.path("reviewReply");
    if (reply.path("comment").isTextual()) {
      String words = original(reply.path("comment").textValue());
      site.reply(known, owner, words, reply.path("updateTime"), review, records);
    }
  }

  /** What stands behind a word in {@code accounts/1/locations/2/reviews/3}. */
  private static @Nullable String part(String name, String word) {
    int start = ("/" + name).indexOf("/" + word + "/");
    int from = start + word.length() + 1;
    int end = start < 0 ? -1 : name.indexOf('/', from);
    return start < 0 ? null : name.substring(from, end < 0 ? name.length() : end);
  }

  /** The reviewer's own words, before or behind the translation. */
  private static String original(String comment) {
    int original = comment.indexOf(ORIGINAL);
    if (comment.startsWith(TRANSLATED) && original > 0) {
      return comment.substring(original + ORIGINAL.length()).strip();
    }
    int translated = comment.indexOf(TRANSLATED);
    return translated > 0 ? comment.substring(0, translated).strip() : comment;
  }
}
