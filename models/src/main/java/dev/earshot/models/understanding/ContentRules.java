package dev.earshot.models.understanding;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.intents.IntentRules;
import dev.earshot.models.intents.SpamClassifier;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TopicClassifier;
import dev.earshot.models.topics.TopicMatcher;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Topics, dimensions of reputation and intents: by the rules of a text's language, none where it
 * has no rules; in English by what was learned from labels besides.
 */
final class ContentRules {
  static final String ENGLISH = "en";

  private static final double LIKELY = 0.5;

  private final Map<String, TopicMatcher> topics;
  private final Map<String, TopicMatcher> dimensions;
  private final @Nullable TopicClassifier learnedTopics;
  private final IntentRules intents = IntentRules.english();
  private final SpamClassifier spam = SpamClassifier.english();

  private ContentRules(Taxonomy taxonomy, ReputationDimensions dimensions) {
    this.topics = matchers(taxonomy);
    this.dimensions = matchers(dimensions.taxonomy());
    this.learnedTopics = TopicClassifier.of(taxonomy);
  }

  static ContentRules of(Taxonomy taxonomy, ReputationDimensions dimensions) {
    return new ContentRules(taxonomy, dimensions);
  }

  private static Map<String, TopicMatcher> matchers(Taxonomy taxonomy) {
    Map<String, TopicMatcher> matchers = new HashMap<>();
    taxonomy.topics().stream()
        .flatMap(topic -> topic.phrases().keySet().stream())
        .distinct()
        .forEach(language -> matchers.put(language, TopicMatcher.of(taxonomy, language)));
    return Map.copyOf(matchers);
  }

  /**
   * The topics whose phrases occur, and the one that a classifier finds.
   *
   * @param features of the whole text, as {@link SentimentFeatures} extracts them; null for none
   */
  List<String> topics(
      TokenForms forms, @Nullable String language, @Nullable SentimentFeatures features) {
    List<String> found = found(topics, forms, language);
    String learned =
        learnedTopics == null || features == null || !ENGLISH.equals(language)
            ? null
            : learnedTopics.topicOf(features);
    if (learned == null || found.contains(learned)) {
      return found;
    }
    return Stream.concat(found.stream(), Stream.of(learned)).sorted().toList();
  }

  List<String> dimensions(TokenForms forms, @Nullable String language) {
    return found(dimensions, forms, language);
  }

  private static List<String> found(
      Map<String, TopicMatcher> matchers, TokenForms forms, @Nullable String language) {
    TopicMatcher matcher = language == null ? null : matchers.get(language);
    return matcher == null ? List.of() : matcher.topicsOf(forms);
  }

  /**
   * The intents of the rules, spam as it was learned; and what is more likely than not to be felt
   * is a compliment or a complaint whatever its words, in every language with a sentiment model. At
   * one half complaints are found more than twice as often in customers' feedback, compliments more
   * than three times, see {@code artifacts/intents}.
   *
   * @param sentiment calibrated, of the whole text; null to go by words alone
   * @param features of the whole text, as {@link SentimentFeatures} extracts them; null for none
   */
  Set<Intent> intents(
      TokenForms forms,
      @Nullable String language,
      @Nullable Sentiment sentiment,
      @Nullable SentimentFeatures features) {
    EnumSet<Intent> found = EnumSet.noneOf(Intent.class);
    Intent felt = sentiment == null ? null : felt(sentiment);
    if (felt != null) {
      found.add(felt);
    }
    if (ENGLISH.equals(language)) {
      found.addAll(intents.intentsOf(forms));
      if (features != null && spam.isSpam(features)) {
        found.add(Intent.SPAM);
      }
    }
    return found.isEmpty() ? Set.of() : Collections.unmodifiableSet(found);
  }

  private static @Nullable Intent felt(Sentiment sentiment) {
    if (sentiment.negative() >= LIKELY) {
      return Intent.COMPLAINT;
    }
    return sentiment.positive() >= LIKELY ? Intent.COMPLIMENT : null;
  }

  /** The primary subtag of a BCP 47 tag in lower case; null for none, "und" and the like. */
  static @Nullable String primarySubtag(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    int end = 0;
    while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
      end++;
    }
    String subtag = tag.substring(0, end).strip().toLowerCase(Locale.ROOT);
    return switch (subtag) {
      case "", "und", "zxx", "mul", "mis", "qam", "qct", "qht", "qme", "qst" -> null;
      case "eng" -> ENGLISH;
      default -> subtag;
    };
  }
}
