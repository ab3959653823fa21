package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_engagement_daily",
    doc =
        "How people share what a brand publishes: its posts of one day at the age of 7 days. Rows"
            + " with network all are roll-ups: filter, do not add up",
    key = {"brand_id", "date", "network"},
    nextId = 67)
public record BrandEngagementDailyRow(
    @Group(ids = {1, 2, 5}) CellColumns cell,
    @Column(id = 3, doc = "Social network, or all for the networks together") String network,
    @Column(id = 4, doc = "Why a value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable MissingReason missingReason,
    @Group(ids = {6, 7, 8}) Posts posts,
    @Group(ids = {9, 10, 11, 12, 13, 14, 15}) Sums sums,
    @Group(ids = {16, 17, 18, 44, 45, 46}) Coverage coverage,
    @Group(ids = {55, 56, 19, 20, 21, 57, 58, 22, 23, 24, 59, 60, 25, 26, 27})
        EngagementRates engagementRates,
    @Group(ids = {61, 28, 29, 30, 62, 31, 32, 33, 63, 34, 35, 36, 64, 65, 37, 38, 39})
        ReactionRates reactionRates,
    @WithInterval(
            ids = {40, 47, 48},
            doc = "Median engagements of a post; interval between two order statistics",
            unit = "count",
            nullMeans = BrandEngagementDailyRow.NO_TERM,
            endNullMeans =
                BrandEngagementDailyRow.NO_TERM
                    + "; the upper end also of fewer than six posts, which bound no median")
        Estimated medianEngagementCount,
    @WithInterval(
            ids = {49, 50, 51},
            doc =
                "Engagements beside what is usual for a post's followers, network and media type:"
                    + " exp of the mean residual of log(1 + engagements) in a least-squares model"
                    + " over the mature posts of all brands in the 90 days that end on the date; 1"
                    + " is usual; Student's interval over posts, with the model as known",
            unit = "ratio",
            nullMeans = BrandEngagementDailyRow.NO_MODEL,
            endNullMeans = BrandEngagementDailyRow.NO_MODEL + BrandEngagementDailyRow.UNBOUNDED)
        Estimated sizeAdjustedEngagementIndex,
    @Column(
            id = 66,
            doc =
                "Of the 90 days that end on the date those of which the input covers posts of any"
                    + " brand: with fewer, size_adjusted_engagement_index compares with less than"
                    + " it may",
            unit = "days")
        int trailingCoveredDayCount,
    @Column(
            id = 41,
            doc = "Posts by others within 7 days that reply to, quote or repost one of these posts",
            unit = "count")
        long earnedResonanceCount,
    @Group(ids = {42, 52, 53, 54}) Reliability reliability,
    @Column(id = 43, doc = "Day of posting in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date") int dt) {
  static final String NO_TERM = "no mature post, or the platform reports no term";
  static final String NO_MODEL =
      "no post with followers and engagements, or too few in 90 days to tell what is usual";
  static final String UNBOUNDED = "; the upper end also of one post alone, which bounds nothing";
  static final String NO_END = NO_TERM + UNBOUNDED;
  static final String NO_PAIR = "no post with both";

  /** The posts of the day. */
  @Columns
  public record Posts(
      @Column(doc = "Posts of the brand that reached the age of 7 days (mature)", unit = "count")
          long postCount,
      @Column(
              doc =
                  "Posts younger than 7 days at the clock of the run; not counted in anything else",
              unit = "count")
          long immaturePostCount,
      @Column(doc = "Mature posts with a snapshot at or before the age of 7 days", unit = "count")
          long snapshotPostCount) {}

  /** What the posts set off, each figure over those that have it. */
  @Columns
  public record Sums(
      @Column(doc = "Likes of these posts", unit = "count", nullMeans = NO_TERM)
          @Nullable Long likeCount,
      @Column(doc = "Shares of these posts", unit = "count", nullMeans = NO_TERM)
          @Nullable Long shareCount,
      @Column(doc = "Comments on these posts", unit = "count", nullMeans = NO_TERM)
          @Nullable Long commentCount,
      @Column(
              doc =
                  "What counts as an engagement on the network at the day of posting, added up; see"
                      + " the rows of metric_definitions for this column",
              unit = "count",
              nullMeans = NO_TERM)
          @Nullable Long engagementCount,
      @Column(doc = "Impressions of these posts", unit = "count", nullMeans = NO_TERM)
          @Nullable Long impressionCount,
      @Column(doc = "Reach of these posts, added up", unit = "count", nullMeans = NO_TERM)
          @Nullable Long reachCount,
      @Column(
              doc = "Followers at posting time, added up over posts",
              unit = "count",
              nullMeans = NO_TERM)
          @Nullable Long followerCount) {}

  /** How many of the posts the engagement rates are over. */
  @Columns
  public record Coverage(
      @Column(doc = "Posts with both engagements and impressions", unit = "count")
          long impressionPostCount,
      @Column(doc = "Posts with both engagements and reach", unit = "count") long reachPostCount,
      @Column(doc = "Posts with both engagements and followers", unit = "count")
          long followerPostCount,
      @Column(
              doc =
                  "Share of the mature posts with both engagements and impressions:"
                      + " impression_post_count / post_count",
              unit = "rate",
              nullMeans = "no mature post")
          @Nullable Double impressionCoverageRate,
      @Column(
              doc =
                  "Share of the mature posts with both engagements and reach: reach_post_count /"
                      + " post_count",
              unit = "rate",
              nullMeans = "no mature post")
          @Nullable Double reachCoverageRate,
      @Column(
              doc =
                  "Share of the mature posts with both engagements and followers:"
                      + " follower_post_count / post_count",
              unit = "rate",
              nullMeans = "no mature post")
          @Nullable Double followerCoverageRate) {}

  /** Engagements by what could have engaged, over the posts that have both, with these two sums. */
  @Columns
  public record EngagementRates(
      @Column(
              doc = "Engagements of the posts that have impressions too",
              unit = "count",
              nullMeans = NO_PAIR)
          @Nullable Long engagementWithImpressionsCount,
      @Column(
              doc = "Impressions of the posts that have engagements too",
              unit = "count",
              nullMeans = NO_PAIR)
          @Nullable Long impressionWithEngagementsCount,
      @WithInterval(
              doc =
                  "Engagements / impressions over posts that have both:"
                      + " engagement_with_impressions_count / impression_with_engagements_count;"
                      + " interval over posts",
              unit = "rate",
              nullMeans = NO_TERM,
              endNullMeans = NO_END)
          Estimated engagementRateByImpressions,
      @Column(
              doc = "Engagements of the posts that have a reach too",
              unit = "count",
              nullMeans = NO_PAIR)
          @Nullable Long engagementWithReachCount,
      @Column(
              doc = "Reach, added up, of the posts that have engagements too",
              unit = "count",
              nullMeans = NO_PAIR)
          @Nullable Long reachWithEngagementsCount,
      @WithInterval(
              doc =
                  "Engagements / reach over posts that have both: engagement_with_reach_count /"
                      + " reach_with_engagements_count; interval over posts",
              unit = "rate",
              nullMeans = NO_TERM,
              endNullMeans = NO_END)
          Estimated engagementRateByReach,
      @Column(
              doc = "Engagements of the posts whose followers at posting time are known",
              unit = "count",
              nullMeans = NO_PAIR)
          @Nullable Long engagementWithFollowersCount,
      @Column(
              doc = "Followers at posting time, added up, of the posts that have engagements too",
              unit = "count",
              nullMeans = NO_PAIR)
          @Nullable Long followerWithEngagementsCount,
      @WithInterval(
              doc =
                  "Engagements / followers at posting time over posts that have both:"
                      + " engagement_with_followers_count / follower_with_engagements_count;"
                      + " interval over posts",
              unit = "rate",
              nullMeans = NO_TERM,
              endNullMeans = NO_END)
          Estimated engagementRateByFollowers) {}

  /** Shares, likes and comments of a post, and shares of what was seen, with their terms. */
  @Columns
  public record ReactionRates(
      @Column(doc = "Posts that report shares; share_count is over them", unit = "count")
          long sharePostCount,
      @WithInterval(
              doc =
                  "Shares / posts that report shares: share_count / share_post_count; interval over"
                      + " posts",
              unit = "rate",
              nullMeans = NO_TERM,
              endNullMeans = NO_END)
          Estimated amplificationRate,
      @Column(doc = "Posts that report likes; like_count is over them", unit = "count")
          long likePostCount,
      @WithInterval(
              doc =
                  "Likes / posts that report likes: like_count / like_post_count; interval over"
                      + " posts",
              unit = "rate",
              nullMeans = NO_TERM,
              endNullMeans = NO_END)
          Estimated applauseRate,
      @Column(doc = "Posts that report comments; comment_count is over them", unit = "count")
          long commentPostCount,
      @WithInterval(
              doc =
                  "Comments / posts that report comments: comment_count / comment_post_count;"
                      + " interval over posts",
              unit = "rate",
              nullMeans = NO_TERM,
              endNullMeans = NO_END)
          Estimated conversationRate,
      @Column(
              doc = "Shares of the posts that have impressions too",
              unit = "count",
              nullMeans = NO_PAIR)
          @Nullable Long shareWithImpressionsCount,
      @Column(
              doc = "Impressions of the posts that report shares too",
              unit = "count",
              nullMeans = NO_PAIR)
          @Nullable Long impressionWithSharesCount,
      @WithInterval(
              doc =
                  "Shares / impressions over posts that have both: share_with_impressions_count /"
                      + " impression_with_shares_count; interval over posts",
              unit = "rate",
              nullMeans = NO_TERM,
              endNullMeans = NO_END)
          Estimated viralityRate) {}

  /** Which figures rest on enough posts. */
  @Columns
  public record Reliability(
      @Column(
              doc =
                  "True with at least 10 mature posts that have a snapshot; the rates by"
                      + " impressions, reach and followers have a column of their own")
          boolean isReliable,
      @Column(doc = "True with at least 10 posts with both terms")
          boolean isEngagementRateByImpressionsReliable,
      @Column(doc = "True with at least 10 posts with both terms")
          boolean isEngagementRateByReachReliable,
      @Column(doc = "True with at least 10 posts with both terms")
          boolean isEngagementRateByFollowersReliable) {}
}
