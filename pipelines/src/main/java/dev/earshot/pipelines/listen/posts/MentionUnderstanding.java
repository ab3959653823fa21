package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.SwitchDirection;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.understanding.TextParse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a post means for one of the brands that it is about.
 *
 * @param target where the post names the brand
 * @param sentiment toward the brand, or null with a reason
 * @param intents what the writer wants of the brand
 * @param topics those of the text that are topics for the brand
 * @param switchDirection the side of a customer's switch, or null where the text tells of none
 * @param parse what CoreNLP finds in the text, or null where it was not asked
 */
record MentionUnderstanding(
    Understanding text,
    TextSpan target,
    @Nullable Sentiment sentiment,
    @Nullable String missingReason,
    Set<Intent> intents,
    List<String> topics,
    @Nullable SwitchDirection switchDirection,
    @Nullable TextParse parse) {

  @Nullable Polarity polarity() {
    return sentiment == null ? null : sentiment.polarity();
  }
}
