package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_engagement_daily",
    doc =
        "How people share what a brand publishes: its posts of one day at the age of 7 days. Rows with network all are roll-ups: filter, do not add up",
    key = {"brand_id", "date", "network"},
    nextId = 55)
public record BrandEngagementDailyRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 3, doc = "Social network, or all for the networks together") String network,
    @Column(id = 4, doc = "Why a value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable String missingReason,
    @Column(
            id = 5,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(
            id = 6,
            doc = "Posts of the brand that reached the age of 7 days (mature)",
            unit = "count")
        long postCount,
    @Column(
            id = 7,
            doc = "Posts younger than 7 days at the clock of the run; not counted in anything else",
            unit = "count")
        long immaturePostCount,
    @Column(
            id = 8,
            doc = "Mature posts with a snapshot at or before the age of 7 days",
            unit = "count")
        long snapshotPostCount,
    @Column(
            id = 9,
            doc = "Likes of these posts",
            unit = "count",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Long likeCount,
    @Column(
            id = 10,
            doc = "Shares of these posts",
            unit = "count",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Long shareCount,
    @Column(
            id = 11,
            doc = "Comments on these posts",
            unit = "count",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Long commentCount,
    @Column(
            id = 12,
            doc =
                "What counts as an engagement on the network at the day of posting, added up; see the rows of metric_definitions for this column",
            unit = "count",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Long engagementCount,
    @Column(
            id = 13,
            doc = "Impressions of these posts",
            unit = "count",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Long impressionCount,
    @Column(
            id = 14,
            doc = "Reach of these posts, added up",
            unit = "count",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Long reachCount,
    @Column(
            id = 15,
            doc = "Followers at posting time, added up over posts",
            unit = "count",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Long followerCount,
    @Column(id = 16, doc = "Posts with both engagements and impressions", unit = "count")
        long impressionPostCount,
    @Column(id = 17, doc = "Posts with both engagements and reach", unit = "count")
        long reachPostCount,
    @Column(id = 18, doc = "Posts with both engagements and followers", unit = "count")
        long followerPostCount,
    @Column(
            id = 44,
            doc =
                "Share of the mature posts with both engagements and impressions: impression_post_count / post_count",
            unit = "rate",
            nullMeans = "no mature post")
        @Nullable Double impressionCoverageRate,
    @Column(
            id = 45,
            doc =
                "Share of the mature posts with both engagements and reach: reach_post_count / post_count",
            unit = "rate",
            nullMeans = "no mature post")
        @Nullable Double reachCoverageRate,
    @Column(
            id = 46,
            doc =
                "Share of the mature posts with both engagements and followers: follower_post_count / post_count",
            unit = "rate",
            nullMeans = "no mature post")
        @Nullable Double followerCoverageRate,
    @Column(
            id = 19,
            doc = "Engagements / impressions over posts that have both",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double engagementRateByImpressions,
    @Column(
            id = 20,
            doc = "Lower end of its 95 % interval over posts",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double engagementRateByImpressionsLower,
    @Column(
            id = 21,
            doc = "Upper end of its 95 % interval over posts",
            unit = "rate",
            nullMeans =
                "no mature post, or the platform reports no term, or one post alone, which bounds nothing")
        @Nullable Double engagementRateByImpressionsUpper,
    @Column(
            id = 22,
            doc = "Engagements / reach over posts that have both",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double engagementRateByReach,
    @Column(
            id = 23,
            doc = "Lower end of its 95 % interval over posts",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double engagementRateByReachLower,
    @Column(
            id = 24,
            doc = "Upper end of its 95 % interval over posts",
            unit = "rate",
            nullMeans =
                "no mature post, or the platform reports no term, or one post alone, which bounds nothing")
        @Nullable Double engagementRateByReachUpper,
    @Column(
            id = 25,
            doc = "Engagements / followers at posting time over posts that have both",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double engagementRateByFollowers,
    @Column(
            id = 26,
            doc = "Lower end of its 95 % interval over posts",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double engagementRateByFollowersLower,
    @Column(
            id = 27,
            doc = "Upper end of its 95 % interval over posts",
            unit = "rate",
            nullMeans =
                "no mature post, or the platform reports no term, or one post alone, which bounds nothing")
        @Nullable Double engagementRateByFollowersUpper,
    @Column(
            id = 28,
            doc = "Shares / posts that report shares",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double amplificationRate,
    @Column(
            id = 29,
            doc = "Lower end of its 95 % interval over posts",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double amplificationRateLower,
    @Column(
            id = 30,
            doc = "Upper end of its 95 % interval over posts",
            unit = "rate",
            nullMeans =
                "no mature post, or the platform reports no term, or one post alone, which bounds nothing")
        @Nullable Double amplificationRateUpper,
    @Column(
            id = 31,
            doc = "Likes / posts that report likes",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double applauseRate,
    @Column(
            id = 32,
            doc = "Lower end of its 95 % interval over posts",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double applauseRateLower,
    @Column(
            id = 33,
            doc = "Upper end of its 95 % interval over posts",
            unit = "rate",
            nullMeans =
                "no mature post, or the platform reports no term, or one post alone, which bounds nothing")
        @Nullable Double applauseRateUpper,
    @Column(
            id = 34,
            doc = "Comments / posts that report comments",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double conversationRate,
    @Column(
            id = 35,
            doc = "Lower end of its 95 % interval over posts",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double conversationRateLower,
    @Column(
            id = 36,
            doc = "Upper end of its 95 % interval over posts",
            unit = "rate",
            nullMeans =
                "no mature post, or the platform reports no term, or one post alone, which bounds nothing")
        @Nullable Double conversationRateUpper,
    @Column(
            id = 37,
            doc = "Shares / impressions over posts that have both",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double viralityRate,
    @Column(
            id = 38,
            doc = "Lower end of its 95 % interval over posts",
            unit = "rate",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double viralityRateLower,
    @Column(
            id = 39,
            doc = "Upper end of its 95 % interval over posts",
            unit = "rate",
            nullMeans =
                "no mature post, or the platform reports no term, or one post alone, which bounds nothing")
        @Nullable Double viralityRateUpper,
    @Column(
            id = 40,
            doc = "Median engagements of a post",
            unit = "count",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double medianEngagementCount,
    @Column(
            id = 47,
            doc = "Lower end of its 95 % interval over posts",
            unit = "count",
            nullMeans = "no mature post, or the platform reports no term")
        @Nullable Double medianEngagementCountLower,
    @Column(
            id = 48,
            doc = "Upper end of its 95 % interval over posts",
            unit = "count",
            nullMeans =
                "no mature post, or the platform reports no term, or fewer than six posts, which bound no median")
        @Nullable Double medianEngagementCountUpper,
    @Column(
            id = 49,
            doc =
                "Engagements beside what is usual for a post's followers, network and media type: exp of the mean residual of log(1 + engagements) in a least-squares model over the mature posts of all brands in the 90 days that end on the date; 1 is usual",
            unit = "ratio",
            nullMeans =
                "no post with followers and engagements, or too few in 90 days to tell what is usual")
        @Nullable Double sizeAdjustedEngagementIndex,
    @Column(
            id = 50,
            doc = "Lower end of its 95 % interval over posts",
            unit = "ratio",
            nullMeans =
                "no post with followers and engagements, or too few in 90 days to tell what is usual")
        @Nullable Double sizeAdjustedEngagementIndexLower,
    @Column(
            id = 51,
            doc = "Upper end of its 95 % interval over posts",
            unit = "ratio",
            nullMeans =
                "no post with followers and engagements, or too few in 90 days to tell what is usual, or one post alone, which bounds nothing")
        @Nullable Double sizeAdjustedEngagementIndexUpper,
    @Column(
            id = 41,
            doc = "Posts by others within 7 days that reply to, quote or repost one of these posts",
            unit = "count")
        long earnedResonanceCount,
    @Column(
            id = 42,
            doc =
                "True with at least 10 mature posts that have a snapshot; the rates by impressions, reach and followers have a column of their own")
        boolean isReliable,
    @Column(id = 52, doc = "True with at least 10 posts with both terms")
        boolean isEngagementRateByImpressionsReliable,
    @Column(id = 53, doc = "True with at least 10 posts with both terms")
        boolean isEngagementRateByReachReliable,
    @Column(id = 54, doc = "True with at least 10 posts with both terms")
        boolean isEngagementRateByFollowersReliable,
    @Column(id = 43, doc = "Day of posting in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date") int dt) {}
