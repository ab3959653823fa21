package dev.earshot.models.understanding;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.intents.IntentRules;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TopicMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Topics, dimensions of reputation and intents by the rules of a text's language; none where it has
 * no rules.
 */
final class ContentRules {
  static final String ENGLISH = "en";

  private final Map<String, TopicMatcher> topics;
  private final Map<String, TopicMatcher> dimensions;
  private final IntentRules intents;

  private ContentRules(
      Map<String, TopicMatcher> topics, Map<String, TopicMatcher> dimensions, IntentRules intents) {
    this.topics = topics;
    this.dimensions = dimensions;
    this.intents = intents;
  }

  static ContentRules of(Taxonomy taxonomy, ReputationDimensions dimensions) {
    return new ContentRules(
        matchers(taxonomy), matchers(dimensions.taxonomy()), IntentRules.english());
  }

  private static Map<String, TopicMatcher> matchers(Taxonomy taxonomy) {
    Map<String, TopicMatcher> matchers = new HashMap<>();
    taxonomy.topics().stream()
        .flatMap(topic -> topic.phrases().keySet().stream())
        .distinct()
        .forEach(language -> matchers.put(language, TopicMatcher.of(taxonomy, language)));
    return Map.copyOf(matchers);
  }

  List<String> topics(TokenForms forms, @Nullable String language) {
    return found(topics, forms, language);
  }

  List<String> dimensions(TokenForms forms, @Nullable String language) {
    return found(dimensions, forms, language);
  }

  private static List<String> found(
      Map<String, TopicMatcher> matchers, TokenForms forms, @Nullable String language) {
    TopicMatcher matcher = language == null ? null : matchers.get(language);
    return matcher == null ? List.of() : matcher.topicsOf(forms);
  }

  Set<Intent> intents(TokenForms forms, @Nullable String language) {
    return ENGLISH.equals(language) ? intents.intentsOf(forms) : Set.of();
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
