package dev.earshot.models.understanding;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.sentiment.SentimentModel;
import dev.earshot.models.text.Tokens;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.topics.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Earshot's own models: linear time in the text, one tokenisation for everything.
 *
 * <ul>
 *   <li>Language: as stated (its primary subtag), else detected.
 *   <li>Sentiment: in the languages of {@link SentimentModel#LANGUAGES}; null and no target
 *       sentiments elsewhere.
 *   <li>Topics and dimensions of reputation: where the taxonomies have phrases in the language;
 *       topics in English by a classifier too, for industries that have one.
 *   <li>Intents: English; compliments and complaints in every language with sentiment.
 * </ul>
 *
 * Models are shared by all threads of the process; each thread keeps small tools of its own.
 */
public final class FastAnalyzer implements TextAnalyzer {
  /** Past so many targets, each is scored against the whole text, to keep the time linear. */
  static final int MAXIMUM_TARGETS = 32;

  private final ContentRules rules;

  private FastAnalyzer(ContentRules rules) {
    this.rules = rules;
  }

  /** An analyzer with a taxonomy and the shipped dimensions of reputation. */
  public static FastAnalyzer of(Taxonomy taxonomy) {
    return of(taxonomy, ReputationDimensions.shipped());
  }

  /** An analyzer with a taxonomy and dimensions of reputation. */
  public static FastAnalyzer of(Taxonomy taxonomy, ReputationDimensions dimensions) {
    return new FastAnalyzer(ContentRules.of(taxonomy, dimensions));
  }

  @Override
  public Understanding understand(
      String text, @Nullable String statedLanguage, List<TextSpan> targets) {
    return understand(Reading.tokenize(text), statedLanguage, targets);
  }

  @Override
  public Understanding understand(
      Tokens tokens, @Nullable String statedLanguage, List<TextSpan> targets) {
    Reading reading = Reading.toolsFor(tokens.text());
    String language = reading.language(tokens, statedLanguage);
    TokenForms forms = reading.forms(tokens, language);
    SentimentModel model = reading.sentiment(language);
    Sentiment sentiment = model == null ? null : model.score(forms);
    // Those of the whole text, until a target is scored.
    SentimentFeatures features = model == null ? null : model.features();
    List<String> topics = rules.topics(forms, language, features);
    Set<Intent> intents = rules.intents(forms, language, sentiment, features);
    return new Understanding(
        language,
        sentiment,
        model == null || sentiment == null ? List.of() : toward(model, forms, sentiment, targets),
        topics,
        rules.dimensions(forms, language),
        intents);
  }

  private static List<Sentiment> toward(
      SentimentModel model, TokenForms forms, Sentiment whole, List<TextSpan> targets) {
    if (targets.isEmpty()) {
      return List.of();
    }
    List<Sentiment> sentiments = new ArrayList<>(targets.size());
    for (int i = 0; i < targets.size(); i++) {
      TextSpan target = targets.get(i);
      boolean isNamed = target.start() < target.end();
      sentiments.add(
          isNamed && targets.size() <= MAXIMUM_TARGETS
              ? model.scoreToward(forms, target, others(targets, i))
              : whole);
    }
    return List.copyOf(sentiments);
  }

  private static List<TextSpan> others(List<TextSpan> targets, int target) {
    if (targets.size() == 1) {
      return List.of();
    }
    List<TextSpan> others = new ArrayList<>(targets);
    others.remove(target);
    return others;
  }
}
