package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_topics_daily",
    doc =
        "What people talk about: mentions of a brand by topic over the window that ends on the"
            + " date. A mention may touch several topics",
    key = {"brand_id", "date", "window_day_count", "topic_id"},
    nextId = 23,
    followsTexts = true)
public record BrandTopicDailyRow(
    @Group(ids = {1, 3, 6}) CellColumns cell,
    @Column(id = 2, doc = "Topic of the taxonomy") String topicId,
    @Column(id = 4, doc = "taxonomy") String topicSource,
    @Column(id = 5, doc = "Why a value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable MissingReason missingReason,
    @Group(ids = {7, 19, 18}) WindowColumns window,
    @Column(id = 8, doc = "Canonical mentions that touch the topic", unit = "count")
        long mentionCount,
    @Column(id = 9, doc = "Distinct authors of these", unit = "count") long authorCount,
    @Group(ids = {10, 11, 12, 13}) SentimentCounts counts,
    @WithInterval(
            ids = {14, 15, 16},
            doc =
                "(positive - negative) / (positive + neutral + negative); interval"
                    + " author-clustered",
            unit = "rate",
            nullMeans = "nothing to divide by")
        Estimated netSentimentRate,
    @Column(
            id = 17,
            doc =
                "True with enough authors and counts for the interval to hold its 95 %, in a window"
                    + " that the input covers as a whole")
        boolean isReliable,
    @Group(ids = {20, 21, 22}) EmergenceColumns emergence) {

  /** The same with its emergence. */
  public BrandTopicDailyRow with(EmergenceColumns other) {
    return new BrandTopicDailyRow(
        cell,
        topicId,
        topicSource,
        missingReason,
        window,
        mentionCount,
        authorCount,
        counts,
        netSentimentRate,
        isReliable,
        other);
  }
}
