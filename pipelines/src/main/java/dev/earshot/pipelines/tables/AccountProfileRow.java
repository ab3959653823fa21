package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "account_profiles",
    doc =
        "What an account of a network looked like, by the newest look of each day. Restricted:"
            + " exact counts may tell whose account it is",
    key = {"account_id", "observed_at"},
    needs = "--profiles",
    nextId = 15,
    isRestricted = true)
public record AccountProfileRow(
    @Column(
            id = 1,
            doc = "The brand whose own account it is, by the brand file",
            nullMeans = "No brand of the brand file lists it")
        @Nullable String brandId,
    @Column(id = 2, doc = "Keyed hash of the account, as author_id of its posts") String accountId,
    @Column(id = 3, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 4, doc = "Network of the account") String network,
    @Column(
            id = 5,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(
            id = 6,
            doc = "Whole days from the making of the account to the look",
            unit = "days",
            nullMeans = "The source does not say when it was made")
        @Nullable Long accountAgeDayCount,
    @Column(
            id = 7,
            doc = "Accounts that follow it",
            unit = "accounts",
            nullMeans = "The source does not say")
        @Nullable Long followerCount,
    @Column(
            id = 8,
            doc = "Accounts that it follows",
            unit = "accounts",
            nullMeans = "The source does not say")
        @Nullable Long followingCount,
    @Column(
            id = 9,
            doc = "Posts that it has",
            unit = "posts",
            nullMeans = "The source does not say")
        @Nullable Long postCount,
    @Column(
            id = 10,
            doc = "Whether it has a picture of its own",
            nullMeans = "The source does not say")
        @Nullable Boolean hasPicture,
    @Column(
            id = 11,
            doc = "Whether it says anything about itself",
            nullMeans = "The source does not say")
        @Nullable Boolean hasBiography,
    @Column(
            id = 12,
            doc = "Whether the network vouches for it, by whatever the network calls so",
            nullMeans = "The source does not say")
        @Nullable Boolean isVerified,
    @Column(id = 13, doc = "Time of the look") long observedAt,
    @PartitionColumn(doc = "Day of observed_at in UTC", idInMonths = 14) int dt) {}
