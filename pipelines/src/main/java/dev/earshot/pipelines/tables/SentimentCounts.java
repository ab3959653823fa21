package dev.earshot.pipelines.tables;

/** Canonical mentions by what they say of the brand. */
@Columns
public record SentimentCounts(
    @Column(doc = "Mentions positive toward the brand", unit = "count") long positiveCount,
    @Column(doc = "Mentions neutral toward the brand", unit = "count") long neutralCount,
    @Column(doc = "Mentions negative toward the brand", unit = "count") long negativeCount,
    @Column(doc = "Mentions without a sentiment: no model for their language", unit = "count")
        long unclassifiedCount) {}
