package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * What a post means for one of the brands that it is about.
 *
 * @param sentiment toward the brand, or null with a reason
 */
record MentionMeaning(
    Understanding text, @Nullable Sentiment sentiment, @Nullable String missingReason) {

  static MentionMeaning of(Understanding text, int target) {
    if (text.targetSentiments().isEmpty()) {
      String reason = text.language() == null ? "unknown_language" : "no_model_for_language";
      return new MentionMeaning(text, null, reason);
    }
    return new MentionMeaning(text, text.targetSentiments().get(target), null);
  }

  @Nullable Polarity polarity() {
    return sentiment == null ? null : sentiment.polarity();
  }
}
