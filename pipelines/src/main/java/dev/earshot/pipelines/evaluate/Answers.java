package dev.earshot.pipelines.evaluate;

import dev.earshot.models.accounts.AccountSuspicion;
import dev.earshot.models.accounts.ProfileFields;
import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.evaluation.EvaluationTask;
import dev.earshot.models.evaluation.LabelScheme;
import dev.earshot.models.intents.SpamClassifier;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.sentiment.SentimentModel;
import dev.earshot.models.text.LanguageDetector;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TopicClassifier;
import dev.earshot.models.topics.TopicMatcher;
import dev.earshot.models.understanding.TextAnalyzer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers a task with the analyzer of a run: everything that a run learns of a text is learnt. */
final class Answers {
  private static final String ENGLISH = "en";

  private final EvaluationTask task;
  private final TextAnalyzer analyzer;
  private final @Nullable String commonLanguage;
  private final Taxonomy taxonomy;
  private final Labelling labelling;
  private final Map<String, TopicMatcher> matchers = new HashMap<>();
  private final Tokenizer tokenizer = new Tokenizer();
  private final LanguageDetector detector = LanguageDetector.create();
  private final ProfileFields profiles;
  private final SentimentFeatures features = SentimentModel.english().features();
  private final @Nullable TopicClassifier learnedTopics;
  private final SpamClassifier spam = SpamClassifier.english();
  private final Confidences confidences = new Confidences();

  /**
   * @param commonLanguage the language of rows that state none; null where each is to be told
   */
  Answers(
      EvaluationTask task,
      TextAnalyzer analyzer,
      Taxonomy taxonomy,
      Labelling labelling,
      List<String> columns,
      @Nullable String commonLanguage) {
    this.taxonomy = taxonomy;
    this.labelling = labelling;
    this.profiles = ProfileFields.among(columns);
    this.learnedTopics = TopicClassifier.of(taxonomy);
    this.task = task;
    this.analyzer = analyzer;
    this.commonLanguage = commonLanguage;
  }

  /** Answers rows of one text, which name its targets. */
  void answer(List<LabelledRecord> rows, List<Answer> answers) {
    LabelledRecord first = rows.get(0);
    String language = first.language() == null ? commonLanguage : first.language();
    Tokens tokens = tokenizer.tokenize(first.text());
    switch (task) {
      case SENTIMENT -> {
        Understanding understanding = understand(tokens, language, List.of());
        Answer answer = of(understanding.sentiment(), understanding.language(), null);
        rows.forEach(row -> answers.add(answer));
      }
      case TARGET_SENTIMENT -> answerTargets(rows, tokens, language, answers);
      case LANGUAGE -> {
        String told = understand(tokens, null, List.of()).language();
        Answer answer =
            told == null
                ? Answer.UNKNOWN
                : new Answer(List.of(told), List.of(), confidence(tokens, told), told, null);
        rows.forEach(row -> answers.add(answer));
      }
      case TOPIC -> {
        Understanding understanding = understand(tokens, language, List.of());
        Collection<String> topics =
            labelling.isMultiLabel()
                ? understanding.topics()
                : mainTopic(tokens, understanding.language());
        Map<String, Double> sure = confidences.ofTopics(topics, learned(tokens, understanding));
        Answer answer = new Answer(topics, List.of(), sure, understanding.language(), null);
        rows.forEach(row -> answers.add(answer));
      }
      case INTENT -> {
        Understanding understanding = understand(tokens, language, List.of());
        List<String> intents = understanding.intents().stream().map(Intent::code).toList();
        Map<String, Double> sure =
            confidences.ofIntents(understanding, spam(tokens, understanding));
        Answer answer = new Answer(intents, List.of(), sure, understanding.language(), null);
        rows.forEach(row -> answers.add(answer));
      }
      case ACCOUNT -> {
        for (LabelledRecord row : rows) {
          answers.add(account(AccountSuspicion.of(profiles.read(row.features()::get))));
        }
      }
    }
  }

  private Answer account(@Nullable Boolean isSuspicious) {
    if (isSuspicious == null) {
      return Answer.UNKNOWN;
    }
    String verdict = isSuspicious ? "suspicious" : "genuine";
    return new Answer(List.of(verdict), List.of(), confidences.ofAccount(verdict), null, null);
  }

  /** The learned topic with its probability; empty where none was learned or likely. */
  private Map<String, Double> learned(Tokens tokens, Understanding understanding) {
    if (learnedTopics == null
        || understanding.topics().isEmpty()
        || !ENGLISH.equals(understanding.language())) {
      return Map.of();
    }
    features.extract(tokens);
    return learnedTopics.likelyTopic(features);
  }

  private @Nullable Double spam(Tokens tokens, Understanding understanding) {
    if (!ENGLISH.equals(understanding.language())
        || !understanding.intents().contains(Intent.SPAM)) {
      return null;
    }
    features.extract(tokens);
    return spam.probability(features);
  }

  /** How sure the detector is of the language that it tells; empty where another told it. */
  private Map<String, Double> confidence(Tokens tokens, String told) {
    return told.equals(detector.detect(tokens)) ? Map.of(told, detector.confidence()) : Map.of();
  }

  private Understanding understand(
      Tokens tokens, @Nullable String language, List<TextSpan> targets) {
    return analyzer.understand(tokens, language, targets);
  }

  /** The one topic of the file's that a text is about most: as learned, else by its phrases. */
  private Collection<String> mainTopic(Tokens tokens, @Nullable String language) {
    List<String> classes = labelling.classes();
    String main = null;
    if (language != null) {
      String learned = language.equals(ENGLISH) ? learnedTopic(tokens) : null;
      main =
          learned != null && classes.contains(learned)
              ? learned
              : matchers
                  .computeIfAbsent(language, code -> TopicMatcher.of(taxonomy, code))
                  .mainTopicOf(tokens, classes);
    }
    if (main == null) {
      return classes.contains(LabelScheme.NONE) ? List.of(LabelScheme.NONE) : List.of();
    }
    return List.of(main);
  }

  private @Nullable String learnedTopic(Tokens tokens) {
    if (learnedTopics == null) {
      return null;
    }
    features.extract(tokens);
    return learnedTopics.topicOf(features);
  }

  private void answerTargets(
      List<LabelledRecord> rows, Tokens tokens, @Nullable String language, List<Answer> answers) {
    List<TextSpan> spans = new ArrayList<>(rows.size());
    for (LabelledRecord row : rows) {
      spans.add(TargetPlace.in(tokens.text(), row.target()));
    }
    Understanding understanding = understand(tokens, language, spans);
    Answer whole = of(understanding.sentiment(), understanding.language(), null);
    for (int i = 0; i < rows.size(); i++) {
      List<Sentiment> toward = understanding.targetSentiments();
      answers.add(of(i < toward.size() ? toward.get(i) : null, understanding.language(), whole));
    }
  }

  private static Answer of(
      @Nullable Sentiment sentiment, @Nullable String language, @Nullable Answer whole) {
    return sentiment == null
        ? new Answer(List.of(), List.of(), Map.of(), language, whole)
        : new Answer(
            List.of(sentiment.polarity().code()),
            List.of(sentiment.negative(), sentiment.neutral(), sentiment.positive()),
            Map.of(
                sentiment.polarity().code(),
                Collections.max(
                    List.of(sentiment.negative(), sentiment.neutral(), sentiment.positive()))),
            language,
            whole);
  }
}
