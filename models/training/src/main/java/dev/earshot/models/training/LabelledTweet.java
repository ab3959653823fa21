package dev.earshot.models.training;

/**
 * A tweet of the training corpus.
 *
 * @param id the platform's id
 * @param label 0 negative, 1 neutral, 2 positive
 * @param text with entities and escapes resolved
 */
record LabelledTweet(long id, int label, String text) {}
