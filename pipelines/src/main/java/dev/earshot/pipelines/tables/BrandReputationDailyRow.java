package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_reputation_daily",
    doc =
        "How people talk about a brand: sentiment toward it over the window that ends on the date. Rows with network, language or dimension all are roll-ups, and a mention may touch several dimensions: filter, do not add up",
    key = {"brand_id", "date", "window_day_count", "network", "language", "dimension"})
public record BrandReputationDailyRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 3, doc = "Social network, or all for the networks together") String network,
    @Column(id = 4, doc = "ISO 639-1 code, unknown, or all for the languages together")
        String language,
    @Column(
            id = 24,
            doc =
                "Dimension of reputation (products_services, innovation, workplace, citizenship, governance, leadership, performance, undefined, or those of the user), or all for the dimensions together")
        String dimension,
    @Column(
            id = 5,
            doc = "Why net_sentiment_rate is NULL or not reliable",
            nullMeans = "nothing is missing")
        @Nullable String missingReason,
    @Column(
            id = 37,
            doc = "Why adjusted_net_sentiment_rate is NULL or not reliable",
            nullMeans = "nothing is missing")
        @Nullable String adjustedNetSentimentRateMissingReason,
    @Column(
            id = 25,
            doc = "Why opinion_positive_rate is NULL or not reliable",
            nullMeans = "nothing is missing")
        @Nullable String opinionPositiveRateMissingReason,
    @Column(
            id = 26,
            doc = "Why reputation_score is NULL or not reliable",
            nullMeans = "nothing is missing")
        @Nullable String reputationScoreMissingReason,
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
            id = 38,
            doc =
                "Net sentiment with the classifier's errors taken out: half the adjusted count, half the labelled texts' class shares by predicted class, from the run's calibration of the language",
            unit = "rate",
            nullMeans = "no calibration for the language, or no classified mention")
        @Nullable Double adjustedNetSentimentRate,
    @Column(
            id = 39,
            doc =
                "Lower end of its 95 % interval: by authors and by labels, of the adjusted count, stretched to hold the estimate",
            unit = "rate",
            nullMeans = "no calibration for the language, or no classified mention")
        @Nullable Double adjustedNetSentimentRateLower,
    @Column(
            id = 40,
            doc = "Upper end of its 95 % interval",
            unit = "rate",
            nullMeans = "no calibration for the language, or no classified mention")
        @Nullable Double adjustedNetSentimentRateUpper,
    @Column(
            id = 41,
            doc = "Labelled texts behind the calibration of the language",
            unit = "count",
            nullMeans = "no calibration for the language")
        @Nullable Long calibrationLabelCount,
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
    @Column(
            id = 27,
            doc = "50 + 50 * net_sentiment_rate_lower",
            unit = "points",
            nullMeans = "nothing to divide by")
        @Nullable Double experienceScoreLower,
    @Column(
            id = 28,
            doc = "50 + 50 * net_sentiment_rate_upper",
            unit = "points",
            nullMeans = "nothing to divide by")
        @Nullable Double experienceScoreUpper,
    @Column(
            id = 29,
            doc =
                "Classified mentions of the brand in the 90 days that end on the date, on all networks, in all languages and dimensions",
            unit = "count",
            nullMeans = "there is none")
        @Nullable Long trailingMentionCount,
    @Column(
            id = 30,
            doc = "50 + 50 * net sentiment rate over these",
            unit = "points",
            nullMeans = "there is none")
        @Nullable Double trailingExperienceScore,
    @Column(
            id = 31,
            doc =
                "(experience_score * n + trailing_experience_score * 20) / (n + 20), n being positive_count + neutral_count + negative_count; in rows of one dimension",
            unit = "points",
            nullMeans = "no classified mention in 90 days, or a row of all dimensions")
        @Nullable Double dimensionScore,
    @Column(
            id = 32,
            doc =
                "Sum over dimensions of weight * dimension_score, a dimension without mentions having trailing_experience_score; in rows of dimension all",
            unit = "points",
            nullMeans = "no classified mention, or a row of one dimension")
        @Nullable Double reputationScore,
    @Column(
            id = 33,
            doc = "Lower end of its 95 % interval, author-clustered",
            unit = "points",
            nullMeans = "no classified mention, or a row of one dimension")
        @Nullable Double reputationScoreLower,
    @Column(
            id = 34,
            doc = "Upper end of its 95 % interval, author-clustered",
            unit = "points",
            nullMeans = "no classified mention, or a row of one dimension")
        @Nullable Double reputationScoreUpper,
    @Column(
            id = 22,
            doc =
                "True with enough authors and counts for the interval of net_sentiment_rate to hold its 95 %; the same for experience_score")
        boolean isReliable,
    @Column(id = 35, doc = "The same for opinion_positive_rate")
        boolean isOpinionPositiveRateReliable,
    @Column(id = 36, doc = "The same for reputation_score") boolean isReputationScoreReliable,
    @Column(id = 23, doc = "Last day of the window, in the reporting time zone of the brand")
        int date,
    @PartitionColumn(doc = "The same as date") int dt) {}
