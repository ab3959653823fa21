package dev.earshot.models.understanding;

import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.sentiment.SentimentModel;
import dev.earshot.models.text.LanguageDetector;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokenizer, language detector and sentiment models that one thread uses for one text after
 * another. They hold large buffers and no lock, so each thread keeps one set.
 */
final class Reading {
  /** Tools that have read a longer text than this are not kept, in UTF-16 units. */
  private static final int RETAINED_LENGTH = 65_536;

  private static final ThreadLocal<Reading> KEPT = ThreadLocal.withInitial(Reading::new);

  private final Tokenizer tokenizer = new Tokenizer();
  private final TokenForms forms = new TokenForms();
  private final LanguageDetector detector = LanguageDetector.create();
  private final Map<String, SentimentModel> sentiment = new HashMap<>();

  private Reading() {}

  /** This thread's tools, or new ones for a long text. */
  static Reading toolsFor(String text) {
    return text.length() > RETAINED_LENGTH ? new Reading() : KEPT.get();
  }

  /** The tokens of a text, valid until this thread's next call. */
  static Tokens tokenize(String text) {
    Tokenizer tokenizer = text.length() > RETAINED_LENGTH ? new Tokenizer() : KEPT.get().tokenizer;
    return tokenizer.tokenize(text);
  }

  /** The stated language's primary subtag, else the detected language. */
  @Nullable String language(Tokens tokens, @Nullable String stated) {
    String subtag = ContentRules.primarySubtag(stated);
    return subtag == null ? detector.detect(tokens) : subtag;
  }

  TokenForms forms(Tokens tokens, @Nullable String language) {
    forms.read(tokens, ContentRules.ENGLISH.equals(language));
    return forms;
  }

  /** The features of an English text, valid until the next text. */
  SentimentFeatures features(Tokens tokens) {
    SentimentModel english =
        sentiment.computeIfAbsent(ContentRules.ENGLISH, SentimentModel::ofLanguage);
    SentimentFeatures features = english.features();
    features.extract(tokens);
    return features;
  }

  /** The sentiment model of a language, or null where none is shipped. */
  @Nullable SentimentModel sentiment(@Nullable String language) {
    return language == null || !SentimentModel.LANGUAGES.contains(language)
        ? null
        : sentiment.computeIfAbsent(language, SentimentModel::ofLanguage);
  }
}
