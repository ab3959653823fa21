package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_topics_daily",
    doc =
        "What people talk about: mentions of a brand by topic over the window that ends on the date. A mention may touch several topics",
    key = {"brand_id", "date", "window_day_count", "topic_id"})
public record BrandTopicDailyRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Topic of the taxonomy") String topicId,
    @Column(id = 3, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 4, doc = "taxonomy") String topicSource,
    @Column(id = 5, doc = "Why a value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable String missingReason,
    @Column(
            id = 6,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(id = 7, doc = "Days in the window: 1, 7 or 28", unit = "days") int windowDayCount,
    @Column(id = 8, doc = "Canonical mentions that touch the topic", unit = "count")
        long mentionCount,
    @Column(id = 9, doc = "Distinct authors of these", unit = "count") long authorCount,
    @Column(id = 10, doc = "Of these positive toward the brand", unit = "count") long positiveCount,
    @Column(id = 11, doc = "Of these neutral toward the brand", unit = "count") long neutralCount,
    @Column(id = 12, doc = "Of these negative toward the brand", unit = "count") long negativeCount,
    @Column(id = 13, doc = "Of these without a sentiment", unit = "count") long unclassifiedCount,
    @Column(
            id = 14,
            doc =
                "(positive - negative) / (positive + neutral + negative); interval author-clustered",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double netSentimentRate,
    @Column(
            id = 15,
            doc = "Lower end of the 95 % interval of net_sentiment_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double netSentimentRateLower,
    @Column(
            id = 16,
            doc = "Upper end of the 95 % interval of net_sentiment_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double netSentimentRateUpper,
    @Column(id = 17, doc = "True with enough authors and counts for the interval to hold its 95 %")
        boolean isReliable,
    @Column(id = 18, doc = "Last day of the window, in the reporting time zone of the brand")
        int date,
    @PartitionColumn(doc = "The same as date") int dt) {}
