package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_reputation_daily",
    doc =
        "How people talk about a brand: sentiment toward it over the window that ends on the date."
            + " Rows with network, language or dimension all are roll-ups, and a mention may touch"
            + " several dimensions: filter, do not add up",
    key = {"brand_id", "date", "window_day_count", "network", "language", "dimension"},
    nextId = 47)
public record BrandReputationDailyRow(
    @Group(ids = {1, 2, 6}) CellColumns cell,
    @Group(ids = {3, 4, 24}) Spoken spoken,
    @Group(ids = {5, 37, 25, 26}) Reasons reasons,
    @Group(ids = {7, 42, 23}) WindowColumns window,
    @Group(ids = {8, 9, 10}) Mentions mentions,
    @Group(ids = {11, 12, 13, 14}) SentimentCounts counts,
    @WithInterval(
            ids = {15, 16, 17},
            doc =
                "(positive - negative) / (positive + neutral + negative) as the reader counts;"
                    + " interval author-clustered, by who spoke alone: it says nothing of how far"
                    + " the reader errs. For changes of one brand; the level, and other brands or"
                    + " languages, by adjusted_net_sentiment_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        Estimated netSentimentRate,
    @Group(ids = {38, 39, 40, 41, 44, 45, 46}) Adjusted adjusted,
    @WithInterval(
            ids = {18, 19, 20},
            doc = "positive / (positive + negative); interval author-clustered",
            unit = "rate",
            nullMeans = "nothing to divide by")
        Estimated opinionPositiveRate,
    @WithInterval(
            ids = {21, 27, 28},
            doc = "50 + 50 * net_sentiment_rate, and so are its ends",
            unit = "points",
            nullMeans = "nothing to divide by")
        Estimated experienceScore,
    @Group(
            ids = {29, 43, 30},
            nullMeans = "there is none")
        @Nullable Trailing trailing,
    @Column(
            id = 31,
            doc =
                "(experience_score * n + trailing_experience_score * 20) / (n + 20), n being"
                    + " positive_count + neutral_count + negative_count; in rows of one dimension",
            unit = "points",
            nullMeans = "no classified mention in 90 days, or a row of all dimensions")
        @Nullable Double dimensionScore,
    @WithInterval(
            ids = {32, 33, 34},
            doc =
                "Sum over dimensions of weight * dimension_score, a dimension without mentions"
                    + " having trailing_experience_score; in rows of dimension all; interval"
                    + " author-clustered",
            unit = "points",
            nullMeans = "no classified mention, or a row of one dimension")
        Estimated reputationScore,
    @Group(ids = {22, 35, 36}) Reliability reliability) {

  /** Whose mentions and what of them. */
  @Columns
  public record Spoken(
      @Column(doc = "Social network, or all for the networks together") String network,
      @Column(doc = "ISO 639-1 code, unknown, or all for the languages together") String language,
      @Column(
              doc =
                  "Dimension of reputation (products_services, innovation, workplace, citizenship,"
                      + " governance, leadership, performance, undefined, or those of the user), or"
                      + " all for the dimensions together")
          String dimension) {}

  /** Why values are missing. */
  @Columns
  public record Reasons(
      @Column(
              doc = "Why net_sentiment_rate is NULL or not reliable",
              nullMeans = "nothing is missing")
          @Nullable MissingReason missingReason,
      @Column(
              doc = "Why adjusted_net_sentiment_rate is NULL or not reliable",
              nullMeans = "nothing is missing")
          @Nullable MissingReason adjustedNetSentimentRateMissingReason,
      @Column(
              doc = "Why opinion_positive_rate is NULL or not reliable",
              nullMeans = "nothing is missing")
          @Nullable MissingReason opinionPositiveRateMissingReason,
      @Column(
              doc = "Why reputation_score is NULL or not reliable",
              nullMeans = "nothing is missing")
          @Nullable MissingReason reputationScoreMissingReason) {}

  /** How much was said, and by how many. */
  @Columns
  public record Mentions(
      @Column(
              doc = "Canonical mentions: the first post of each near-duplicate cluster",
              unit = "count")
          long mentionCount,
      @Column(doc = "Mentions that repeat another: reposts and near-duplicates", unit = "count")
          long repostCount,
      @Column(doc = "Distinct authors of canonical mentions", unit = "count") long authorCount) {}

  /** What people would label, with how well that is known. */
  @Columns
  public record Adjusted(
      @WithInterval(
              doc =
                  "Net sentiment as people would label it: net_sentiment_rate and the reader's bias"
                      + " in the language, from labelled texts of many domains, and of the user"
                      + " where there are any; interval by authors and by how far the reader errs"
                      + " from one domain to the next. Of all languages the sum by their mentions,"
                      + " where those of a language without calibration may be anything",
              unit = "rate",
              nullMeans =
                  "no calibration for the language or for any, no classified mention, or one"
                      + " dimension in several languages")
          Estimated adjustedNetSentimentRate,
      @Column(
              doc =
                  "The user's own labelled texts behind adjusted_net_sentiment_rate; 0 where it"
                      + " rests on the domains that come with Earshot alone",
              unit = "count",
              nullMeans = "adjusted_net_sentiment_rate is NULL")
          @Nullable Long calibrationLabelCount,
      @WithInterval(
              doc =
                  "reputation_score as people would label it: moved as adjusted_net_sentiment_rate"
                      + " is, with the same doubt",
              unit = "points",
              nullMeans = "no calibration, no classified mention, or a row of one dimension")
          Estimated adjustedReputationScore) {}

  /** What scores are shrunk toward. */
  @Columns
  public record Trailing(
      @Column(
              doc =
                  "Classified mentions of the brand in the 90 days that end on the date, on all"
                      + " networks, in all languages and dimensions",
              unit = "count")
          long trailingMentionCount,
      @Column(
              doc =
                  "Of these 90 days those that the input covers: with fewer,"
                      + " trailing_experience_score rests on less than it may",
              unit = "days")
          int trailingCoveredDayCount,
      @Column(doc = "50 + 50 * net sentiment rate over these", unit = "points")
          double trailingExperienceScore) {}

  /** Which intervals hold their 95 %. */
  @Columns
  public record Reliability(
      @Column(
              doc =
                  "True with enough authors and counts for intervals by authors to hold their 95 %,"
                      + " in a window that the input covers as a whole; net_sentiment_rate and"
                      + " experience_score are then what the reader says of all who may speak, not"
                      + " what people would")
          boolean isReliable,
      @Column(doc = "The same for opinion_positive_rate") boolean isOpinionPositiveRateReliable,
      @Column(doc = "The same for reputation_score") boolean isReputationScoreReliable) {}
}
