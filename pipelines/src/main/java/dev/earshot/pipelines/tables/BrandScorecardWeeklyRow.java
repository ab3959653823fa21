package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_scorecards_weekly",
    doc =
        "The four KPIs of a brand in one ISO week that is over, each in a row of its own:"
            + " reputation, engagement, referral_traffic, returning_customers. Every value is"
            + " computed from the counts of the whole week",
    key = {"brand_id", "date", "kpi"},
    nextId = 19)
public record BrandScorecardWeeklyRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 3, doc = "reputation, engagement, referral_traffic or returning_customers")
        String kpi,
    @Column(
            id = 4,
            doc =
                "Which measure stands for it: reputation_score, engagement_rate_by_followers,"
                    + " social_referral_rate or returning_customer_rate")
        String metricName,
    @Column(id = 5, doc = "ISO 8601 week, as 2026-W10") String isoWeek,
    @Column(id = 6, doc = "What item_count counts: mentions, posts, sessions or customers")
        String itemName,
    @Column(id = 7, doc = "Why the value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable String missingReason,
    @Column(
            id = 8,
            doc = "What to do so that the value can be computed",
            nullMeans = "the input for it was there")
        @Nullable String howToProvide,
    @Column(
            id = 9,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(
            id = 10,
            doc = "The measure over the week; a rate, or 0 to 100 for reputation_score",
            unit = "as the measure",
            nullMeans = "see missing_reason")
        @Nullable Double value,
    @Column(
            id = 11,
            doc = "Lower end of its 95 % interval",
            unit = "as the measure",
            nullMeans = "see missing_reason")
        @Nullable Double valueLower,
    @Column(
            id = 12,
            doc = "Upper end of its 95 % interval",
            unit = "as the measure",
            nullMeans = "see missing_reason")
        @Nullable Double valueUpper,
    @Column(
            id = 13,
            doc =
                "What the value rests on: classified mentions, posts with both terms, human"
                    + " sessions, customers who bought",
            unit = "count")
        long itemCount,
    @Column(
            id = 14,
            doc = "The value of the week before",
            unit = "as the measure",
            nullMeans = "it had none, or the input does not reach back")
        @Nullable Double previousValue,
    @Column(id = 15, doc = "True with enough items for the interval to hold its 95 %")
        boolean isReliable,
    @Column(id = 16, doc = "Monday of the week") int weekStartDate,
    @Column(id = 17, doc = "Sunday of the week, in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date", idInMonths = 18) int dt) {}
