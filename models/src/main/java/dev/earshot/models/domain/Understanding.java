package dev.earshot.models.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Result of analysing one text: what {@code TextAnalyzer} gives for a post or a message.
 *
 * @param language ISO 639-1 code, or null where it could not be told
 * @param sentiment of the whole text, or null where there is no model for the language
 * @param targetSentiments toward each target that was asked for, in the same order; null entries
 *     never occur: the list is empty where {@code sentiment} is null
 * @param topics ids of the taxonomy's topics that occur, sorted
 * @param dimensions ids of the dimensions of reputation that it touches, sorted
 * @param intents what the writer wants
 */
public record Understanding(
    @Nullable String language,
    @Nullable Sentiment sentiment,
    List<Sentiment> targetSentiments,
    List<String> topics,
    List<String> dimensions,
    Set<Intent> intents) {}
