package dev.earshot.pipelines.tables;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_key_phrases_daily",
    doc =
        "What people talk about in their own words: hashtags, runs of content words and names that at least five authors used in mentions of the brand on the date; what names the brand itself is left out, and what only says when (wednesday, monday morning)",
    key = {"brand_id", "date", "phrase"},
    nextId = 14,
    followsTexts = true)
public record BrandKeyPhraseDailyRow(
    @Group(ids = {1, 3, 5}) CellColumns cell,
    @Column(id = 2, doc = "The phrase in lower case; a hashtag begins with #") String phrase,
    @Column(id = 4, doc = "key_phrase: found in the data, not in a taxonomy") String topicSource,
    @Column(id = 6, doc = "Canonical mentions with the phrase", unit = "count") long mentionCount,
    @Column(id = 7, doc = "Distinct authors of these", unit = "count") long authorCount,
    @Column(
            id = 8,
            doc = "Of the authors, those with such a mention that is negative toward the brand",
            unit = "count")
        long negativeAuthorCount,
    @Column(id = 9, doc = "True for a hashtag") boolean isHashtag,
    @Group(ids = {11, 12, 13}) EmergenceColumns emergence,
    @Column(id = 10, doc = "Day of the mentions, in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date") int dt) {

  /** The same with its emergence. */
  public BrandKeyPhraseDailyRow with(EmergenceColumns other) {
    return new BrandKeyPhraseDailyRow(
        cell,
        phrase,
        topicSource,
        mentionCount,
        authorCount,
        negativeAuthorCount,
        isHashtag,
        other,
        date,
        dt);
  }
}
