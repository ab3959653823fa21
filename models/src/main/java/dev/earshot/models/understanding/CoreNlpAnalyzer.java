package dev.earshot.models.understanding;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.text.Tokens;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.topics.Taxonomy;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * English sentiment by Stanford CoreNLP: shift-reduce parser and recursive neural tensor network
 * (Socher et al., EMNLP 2013). Its five classes are added up to three, and sentences are averaged
 * by their number of tokens; toward a target only the sentences that hold it count.
 *
 * <p>Language and intents as in {@link FastAnalyzer}; topics as well, where words also go by their
 * lemma, so that irregular forms are found. At most the first {@value #MAXIMUM_TOKENS} tokens and
 * {@value #MAXIMUM_LENGTH} UTF-16 units of a text are parsed; a target beyond them gets the
 * sentiment of the whole. Some tens of texts a second and core; 2 GB of heap.
 *
 * <p>One pipeline serves all threads of the process.
 */
public final class CoreNlpAnalyzer implements TextAnalyzer {
  /** Tokens of a text that are parsed. */
  public static final int MAXIMUM_TOKENS = 200;

  /** UTF-16 units of a text that are parsed. */
  public static final int MAXIMUM_LENGTH = 4_000;

  private static final String MODELS = "edu/stanford/nlp/models/";
  private static final String TAGGER = MODELS + "pos-tagger/english-left3words-distsim.tagger";
  private static final String PARSER = MODELS + "srparser/englishSR.ser.gz";
  private static final String SENTIMENT = MODELS + "sentiment/sentiment.ser.gz";
  private static final Sentiment UNKNOWN = new Sentiment(0, 1, 0);

  private static final class Shared {
    static final StanfordCoreNLP PIPELINE = new StanfordCoreNLP(properties());
  }

  private record Scored(int start, int end, int tokens, Sentiment sentiment) {}

  private final ContentRules rules;

  private CoreNlpAnalyzer(ContentRules rules) {
    this.rules = rules;
  }

  /**
   * An analyzer with a taxonomy and dimensions of reputation.
   *
   * @throws MissingModelsException where the models are not on the class path
   */
  public static CoreNlpAnalyzer of(Taxonomy taxonomy, ReputationDimensions dimensions) {
    return of(taxonomy, dimensions, CoreNlpAnalyzer.class.getClassLoader());
  }

  static CoreNlpAnalyzer of(
      Taxonomy taxonomy, ReputationDimensions dimensions, ClassLoader classPath) {
    List<String> missing = missingModels(classPath);
    if (!missing.isEmpty()) {
      throw new MissingModelsException(missing);
    }
    return new CoreNlpAnalyzer(ContentRules.of(taxonomy, dimensions));
  }

  /** The model files that a class path lacks. */
  static List<String> missingModels(ClassLoader classPath) {
    return List.of(TAGGER, PARSER, SENTIMENT).stream()
        .filter(model -> classPath.getResource(model) == null)
        .toList();
  }

  @Override
  public Understanding understand(
      String text, @Nullable String statedLanguage, List<TextSpan> targets) {
    Reading reading = Reading.toolsFor(text);
    Tokens tokens = reading.tokenize(text);
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
    Annotation annotation = annotate(text.substring(0, parsedLength(tokens)));
    addLemmas(annotation, forms);
    SentimentFeatures features = reading.features(tokens);
    List<Scored> sentences = sentences(annotation);
    Sentiment whole = average(sentences, 0, Integer.MAX_VALUE, UNKNOWN);
    List<Sentiment> toward = new ArrayList<>(targets.size());
    for (TextSpan target : targets) {
      toward.add(
          target.start() == target.end()
              ? whole
              : average(sentences, target.start(), target.end(), whole));
    }
    return new Understanding(
        language,
        whole,
        List.copyOf(toward),
        rules.topics(forms, language, features),
        rules.dimensions(forms, language),
        rules.intents(forms, language, null, features));
  }

  /** Negative and positive add up their two grades. */
  static Sentiment threeClasses(List<Double> five) {
    return new Sentiment(five.get(0) + five.get(1), five.get(2), five.get(3) + five.get(4));
  }

  private static int parsedLength(Tokens tokens) {
    int length = 0;
    for (int i = 0; i < Math.min(MAXIMUM_TOKENS, tokens.size()); i++) {
      if (tokens.end(i) > MAXIMUM_LENGTH) {
        break;
      }
      length = tokens.end(i);
    }
    return length;
  }

  private static Annotation annotate(String text) {
    Annotation annotation = new Annotation(text);
    Shared.PIPELINE.annotate(annotation);
    return annotation;
  }

  /** CoreNLP's tokens that are our tokens too give their lemma. */
  private static void addLemmas(Annotation annotation, TokenForms forms) {
    Tokens tokens = forms.tokens();
    int i = 0;
    for (CoreLabel label : annotation.get(CoreAnnotations.TokensAnnotation.class)) {
      while (i < tokens.size() && tokens.start(i) < label.beginPosition()) {
        i++;
      }
      boolean isSame =
          i < tokens.size()
              && tokens.start(i) == label.beginPosition()
              && tokens.end(i) == label.endPosition();
      String lemma = label.lemma();
      if (isSame && lemma != null && !lemma.isEmpty()) {
        forms.addLemma(i, lemma.toLowerCase(Locale.ROOT));
      }
    }
  }

  private static List<Scored> sentences(Annotation annotation) {
    List<Scored> sentences = new ArrayList<>();
    for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
      List<CoreLabel> labels = sentence.get(CoreAnnotations.TokensAnnotation.class);
      Tree tree = sentence.get(SentimentCoreAnnotations.SentimentAnnotatedTree.class);
      sentences.add(
          new Scored(
              labels.get(0).beginPosition(),
              labels.get(labels.size() - 1).endPosition(),
              labels.size(),
              threeClasses(RNNCoreAnnotations.getPredictionsAsStringList(tree))));
    }
    return sentences;
  }

  /** The mean over the sentences that overlap a stretch, weighted by their tokens. */
  private static Sentiment average(
      List<Scored> sentences, int start, int end, Sentiment otherwise) {
    double negative = 0;
    double neutral = 0;
    double positive = 0;
    int tokens = 0;
    for (Scored sentence : sentences) {
      if (sentence.start() < end && start < sentence.end()) {
        negative += sentence.tokens() * sentence.sentiment().negative();
        neutral += sentence.tokens() * sentence.sentiment().neutral();
        positive += sentence.tokens() * sentence.sentiment().positive();
        tokens += sentence.tokens();
      }
    }
    double sum = negative + neutral + positive;
    return tokens == 0 ? otherwise : new Sentiment(negative / sum, neutral / sum, positive / sum);
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,parse,sentiment");
    properties.setProperty("tokenize.language", "en");
    properties.setProperty("tokenize.options", "untokenizable=noneKeep");
    properties.setProperty("pos.model", TAGGER);
    properties.setProperty("parse.model", PARSER);
    properties.setProperty("parse.binaryTrees", "true");
    properties.setProperty("parse.buildgraphs", "false");
    properties.setProperty("sentiment.model", SENTIMENT);
    properties.setProperty("threads", "1");
    return properties;
  }
}
