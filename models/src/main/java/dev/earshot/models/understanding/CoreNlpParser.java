package dev.earshot.models.understanding;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.text.Tokens;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * Stanford CoreNLP on English text: tagger, lemmatizer, named entities (Finkel, Grenager and
 * Manning, ACL 2005), shift-reduce parser and the recursive neural tensor network for sentiment
 * (Socher et al., EMNLP 2013).
 *
 * <p>At most the first {@value #MAXIMUM_TOKENS} tokens and {@value #MAXIMUM_LENGTH} UTF-16 units of
 * a text are parsed. Some tens of texts a second and core; about 1 GB of heap. One pipeline serves
 * all threads of the process.
 */
public final class CoreNlpParser {
  /** Tokens of a text that are parsed. */
  public static final int MAXIMUM_TOKENS = 200;

  /** UTF-16 units of a text that are parsed. */
  public static final int MAXIMUM_LENGTH = 4_000;

  private static final String MODELS = "edu/stanford/nlp/models/";
  private static final String TAGGER = MODELS + "pos-tagger/english-left3words-distsim.tagger";
  private static final String ENTITIES = MODELS + "ner/english.all.3class.distsim.crf.ser.gz";
  private static final String MORE_ENTITIES =
      MODELS + "ner/english.conll.4class.distsim.crf.ser.gz";
  private static final String PARSER = MODELS + "srparser/englishSR.ser.gz";
  private static final String SENTIMENT = MODELS + "sentiment/sentiment.ser.gz";

  private static final class Shared {
    static final StanfordCoreNLP PIPELINE = new StanfordCoreNLP(properties());
  }

  private CoreNlpParser() {}

  /**
   * A parser whose models are read at the first text.
   *
   * @throws MissingModelsException where the models are not on the class path
   */
  public static CoreNlpParser create() {
    return create(CoreNlpParser.class.getClassLoader());
  }

  static CoreNlpParser create(ClassLoader classPath) {
    List<String> missing = missingModels(classPath);
    if (!missing.isEmpty()) {
      throw new MissingModelsException(missing);
    }
    return new CoreNlpParser();
  }

  /** The model files that a class path lacks. */
  static List<String> missingModels(ClassLoader classPath) {
    return List.of(TAGGER, ENTITIES, MORE_ENTITIES, PARSER, SENTIMENT).stream()
        .filter(model -> classPath.getResource(model) == null)
        .toList();
  }

  /** Parses a text, given its tokens. */
  TextParse parse(Tokens tokens) {
    Annotation annotation = new Annotation(tokens.text().substring(0, parsedLength(tokens)));
    Shared.PIPELINE.annotate(annotation);
    return new TextParse(sentences(annotation), tokens(annotation), entities(annotation));
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

  private static List<TextParse.Sentence> sentences(Annotation annotation) {
    List<TextParse.Sentence> sentences = new ArrayList<>();
    for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
      List<CoreLabel> labels = sentence.get(CoreAnnotations.TokensAnnotation.class);
      Tree tree = sentence.get(SentimentCoreAnnotations.SentimentAnnotatedTree.class);
      sentences.add(
          new TextParse.Sentence(
              labels.get(0).beginPosition(),
              labels.get(labels.size() - 1).endPosition(),
              labels.size(),
              threeClasses(RNNCoreAnnotations.getPredictionsAsStringList(tree))));
    }
    return sentences;
  }

  private static List<TextParse.Token> tokens(Annotation annotation) {
    List<TextParse.Token> tokens = new ArrayList<>();
    for (CoreLabel label : annotation.get(CoreAnnotations.TokensAnnotation.class)) {
      tokens.add(
          new TextParse.Token(
              label.beginPosition(),
              label.endPosition(),
              Objects.requireNonNullElse(label.lemma(), label.word()),
              label.tag()));
    }
    return tokens;
  }

  private static List<String> entities(Annotation annotation) {
    Set<String> entities = new LinkedHashSet<>();
    for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
      for (CoreMap mention : sentence.get(CoreAnnotations.MentionsAnnotation.class)) {
        String type = mention.get(CoreAnnotations.EntityTypeAnnotation.class);
        String name = mention.get(CoreAnnotations.TextAnnotation.class);
        entities.add(type.toLowerCase(Locale.ROOT) + ":" + name);
      }
    }
    return List.copyOf(entities);
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,ner,parse,sentiment");
    properties.setProperty("tokenize.language", "en");
    properties.setProperty("tokenize.options", "untokenizable=noneKeep");
    properties.setProperty("pos.model", TAGGER);
    properties.setProperty("ner.model", ENTITIES + "," + MORE_ENTITIES);
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.useSUTime", "false");
    properties.setProperty("parse.model", PARSER);
    properties.setProperty("parse.binaryTrees", "true");
    properties.setProperty("parse.buildgraphs", "false");
    properties.setProperty("sentiment.model", SENTIMENT);
    properties.setProperty("threads", "1");
    return properties;
  }
}
