package dev.earshot.models.understanding;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.text.Tokens;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.topics.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * English sentiment by {@link CoreNlpParser} in the place of Earshot's own, to be measured beside
 * it: sentences are averaged by their number of tokens; toward a target only the sentences that
 * hold it count.
 *
 * <p>Language and intents as in {@link FastAnalyzer}; topics as well, where words also go by their
 * lemma, so that irregular forms are found.
 */
public final class CoreNlpAnalyzer implements TextAnalyzer {
  private final ContentRules rules;
  private final CoreNlpParser parser;

  private CoreNlpAnalyzer(ContentRules rules, CoreNlpParser parser) {
    this.rules = rules;
    this.parser = parser;
  }

  /**
   * An analyzer with a taxonomy and dimensions of reputation.
   *
   * @throws MissingModelsException where the models are not on the class path
   */
  public static CoreNlpAnalyzer of(Taxonomy taxonomy, ReputationDimensions dimensions) {
    CoreNlpParser parser = CoreNlpParser.create();
    return new CoreNlpAnalyzer(ContentRules.of(taxonomy, dimensions), parser);
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
    if (!ContentRules.ENGLISH.equals(language)) {
      return new Understanding(
          language,
          null,
          List.of(),
          rules.topics(forms, language, null),
          rules.dimensions(forms, language),
          Set.of());
    }
    TextParse parse = parser.parse(tokens);
    addLemmas(parse, forms);
    SentimentFeatures features = reading.features(tokens);
    List<Sentiment> toward = new ArrayList<>(targets.size());
    for (TextSpan target : targets) {
      toward.add(parse.toward(target));
    }
    return new Understanding(
        language,
        parse.sentiment(),
        List.copyOf(toward),
        rules.topics(forms, language, features),
        rules.dimensions(forms, language),
        rules.intents(forms, language, null, features));
  }

  /** CoreNLP's tokens that are our tokens too give their lemma. */
  private static void addLemmas(TextParse parse, TokenForms forms) {
    Tokens tokens = forms.tokens();
    int i = 0;
    for (TextParse.Token token : parse.tokens()) {
      while (i < tokens.size() && tokens.start(i) < token.start()) {
        i++;
      }
      boolean isSame =
          i < tokens.size() && tokens.start(i) == token.start() && tokens.end(i) == token.end();
      if (isSame && !token.lemma().isEmpty()) {
        forms.addLemma(i, token.lemma().toLowerCase(Locale.ROOT));
      }
    }
  }
}
