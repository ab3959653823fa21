package dev.earshot.pipelines.facts;

/**
 * Who used a phrase, as whole numbers that add up in any order.
 *
 * @param authors distinct authors
 * @param mentions mentions by them
 * @param negativeAuthors of the authors, those with a mention that is negative toward the brand
 */
public record PhraseCount(long authors, long mentions, long negativeAuthors) {
  public PhraseCount plus(PhraseCount other) {
    return new PhraseCount(
        authors + other.authors,
        mentions + other.mentions,
        negativeAuthors + other.negativeAuthors);
  }
}
