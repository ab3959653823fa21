package dev.earshot.models.understanding;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import java.util.List;

/**
 * What Stanford CoreNLP finds in a text.
 *
 * @param sentences in the order of the text; none where it holds no token
 * @param tokens in the order of the text
 * @param entities what is named, as {@code organization:Acme}, each once and in the order of the
 *     text; the types are person, organization, location and misc
 */
public record TextParse(List<Sentence> sentences, List<Token> tokens, List<String> entities) {
  private static final Sentiment UNKNOWN = new Sentiment(0, 1, 0);

  /** Copies the lists. */
  public TextParse {
    sentences = List.copyOf(sentences);
    tokens = List.copyOf(tokens);
    entities = List.copyOf(entities);
  }

  /**
   * A sentence and its sentiment.
   *
   * @param start of its first token, in UTF-16 units
   * @param end of its last token, exclusive
   * @param tokenCount its tokens
   * @param sentiment of the root of its tree; five grades added up to three classes
   */
  public record Sentence(int start, int end, int tokenCount, Sentiment sentiment) {}

  /**
   * A token.
   *
   * @param start in UTF-16 units
   * @param end exclusive
   * @param lemma its lemma
   * @param partOfSpeech its tag of the Penn Treebank
   */
  public record Token(int start, int end, String lemma, String partOfSpeech) {}

  /** The lemma of each token. */
  public List<String> lemmas() {
    return tokens.stream().map(Token::lemma).toList();
  }

  /** The part of speech of each token. */
  public List<String> partsOfSpeech() {
    return tokens.stream().map(Token::partOfSpeech).toList();
  }

  /** The mean over all sentences, weighted by their tokens. */
  public Sentiment sentiment() {
    return mean(0, Integer.MAX_VALUE, UNKNOWN);
  }

  /** As {@link #sentiment}, over the sentences that hold a target; over all where none does. */
  public Sentiment toward(TextSpan target) {
    Sentiment whole = sentiment();
    return target.start() == target.end() ? whole : mean(target.start(), target.end(), whole);
  }

  private Sentiment mean(int start, int end, Sentiment otherwise) {
    double negative = 0;
    double neutral = 0;
    double positive = 0;
    for (Sentence sentence : sentences) {
      if (sentence.start() < end && start < sentence.end()) {
        negative += sentence.tokenCount() * sentence.sentiment().negative();
        neutral += sentence.tokenCount() * sentence.sentiment().neutral();
        positive += sentence.tokenCount() * sentence.sentiment().positive();
      }
    }
    double sum = negative + neutral + positive;
    return sum == 0 ? otherwise : new Sentiment(negative / sum, neutral / sum, positive / sum);
  }
}
