package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.SwitchDirection;
import dev.earshot.models.domain.Understanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a post means for one of the brands that it is about.
 *
 * @param sentiment toward the brand, or null with a reason
 * @param topics those of the text that are topics for the brand
 * @param switchDirection the side of a customer's switch, or null where the text tells of none
 */
record MentionMeaning(
    Understanding text,
    @Nullable Sentiment sentiment,
    @Nullable String missingReason,
    List<String> topics,
    @Nullable SwitchDirection switchDirection) {

  static MentionMeaning of(
      Understanding text,
      int target,
      List<String> topics,
      @Nullable SwitchDirection switchDirection) {
    if (text.targetSentiments().isEmpty()) {
      String reason = text.language() == null ? "unknown_language" : "no_model_for_language";
      return new MentionMeaning(text, null, reason, topics, switchDirection);
    }
    return new MentionMeaning(
        text, text.targetSentiments().get(target), null, topics, switchDirection);
  }

  @Nullable Polarity polarity() {
    return sentiment == null ? null : sentiment.polarity();
  }
}
