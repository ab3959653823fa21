package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "post_engagement_snapshots",
    doc = "What a platform said about one post of or about a brand at one moment",
    key = {"brand_id", "posted_at", "network", "post_id", "observed_at"},
    nextId = 17)
public record PostEngagementSnapshotRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Keyed hash of the id of the post; the same in all tables") String postId,
    @Column(
            id = 16,
            doc = "The id that the platform gave the post",
            nullMeans = "the post is not the brand's own, or it answers somebody")
        @Nullable String platformPostId,
    @Column(id = 3, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 4, doc = "Social network, lower case") String network,
    @Column(
            id = 5,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(
            id = 6,
            doc = "Likes, favourites, reactions",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long likeCount,
    @Column(
            id = 7,
            doc = "Shares, reposts",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long shareCount,
    @Column(
            id = 8,
            doc = "Comments, replies",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long commentCount,
    @Column(
            id = 9,
            doc = "Times shown",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long impressionCount,
    @Column(
            id = 10,
            doc = "Distinct people reached",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long reachCount,
    @Column(
            id = 11,
            doc = "Followers of the author at that moment",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long authorFollowerCount,
    @Column(id = 12, doc = "True for a post by an account of the brand") boolean isOwned,
    @Column(id = 13, doc = "True for the newest snapshot of the post") boolean isNewest,
    @Column(id = 14, doc = "When it was posted") long postedAt,
    @Column(id = 15, doc = "When the figures were read") long observedAt,
    @PartitionColumn(doc = "Day of posted_at in the reporting time zone of the brand") int dt) {}
