package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_reputation_daily",
    doc =
        "How people talk about a brand: sentiment toward it over the window that ends on the date. Rows with network or language all are roll-ups: filter, do not add up",
    key = {"brand_id", "date", "window_day_count", "network", "language"})
public record BrandReputationDailyRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 3, doc = "Social network, or all for the networks together") String network,
    @Column(id = 4, doc = "ISO 639-1 code, unknown, or all for the languages together")
        String language,
    @Column(id = 5, doc = "Why a value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable String missingReason,
    @Column(
            id = 6,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(id = 7, doc = "Days in the window: 1, 7 or 28", unit = "days") int windowDayCount,
    @Column(
            id = 8,
            doc = "Canonical mentions: the first post of each near-duplicate cluster",
            unit = "count")
        long mentionCount,
    @Column(
            id = 9,
            doc = "Mentions that repeat another: reposts and near-duplicates",
            unit = "count")
        long repostCount,
    @Column(id = 10, doc = "Distinct authors of canonical mentions", unit = "count")
        long authorCount,
    @Column(id = 11, doc = "Mentions positive toward the brand", unit = "count") long positiveCount,
    @Column(id = 12, doc = "Mentions neutral toward the brand", unit = "count") long neutralCount,
    @Column(id = 13, doc = "Mentions negative toward the brand", unit = "count") long negativeCount,
    @Column(
            id = 14,
            doc = "Mentions without a sentiment: no model for their language",
            unit = "count")
        long unclassifiedCount,
    @Column(
            id = 15,
            doc =
                "(positive - negative) / (positive + neutral + negative); interval author-clustered",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double netSentimentRate,
    @Column(
            id = 16,
            doc = "Lower end of the 95 % interval of net_sentiment_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double netSentimentRateLower,
    @Column(
            id = 17,
            doc = "Upper end of the 95 % interval of net_sentiment_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double netSentimentRateUpper,
    @Column(
            id = 18,
            doc = "positive / (positive + negative); interval author-clustered",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double opinionPositiveRate,
    @Column(
            id = 19,
            doc = "Lower end of the 95 % interval of opinion_positive_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double opinionPositiveRateLower,
    @Column(
            id = 20,
            doc = "Upper end of the 95 % interval of opinion_positive_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double opinionPositiveRateUpper,
    @Column(
            id = 21,
            doc = "50 + 50 * net_sentiment_rate",
            unit = "points",
            nullMeans = "nothing to divide by")
        @Nullable Double experienceScore,
    @Column(id = 22, doc = "True with enough authors and counts for the interval to hold its 95 %")
        boolean isReliable,
    @Column(id = 23, doc = "Last day of the window, in the reporting time zone of the brand")
        int date,
    @PartitionColumn(doc = "The same as date") int dt) {}
