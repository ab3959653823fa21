package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_rankings",
    doc =
        "Who is ahead, and is it a tie: the places that a brand of a panel may have in a week or"
            + " month by one metric, the largest value first. pipelines/docs/comparisons.md has how"
            + " they are told",
    key = {"brand_id", "metric_name", "period_kind", "date"},
    nextId = 21)
public record BrandRankingRow(
    @Group(ids = {1, 2, 3}) CellColumns cell,
    @Column(
            id = 4,
            doc =
                "Changes with the brands of the panel, those that the brand file names as"
                    + " competitors of one another or all: rows of two versions do not compare")
        String panelVersion,
    @Column(
            id = 5,
            doc =
                "net_sentiment_rate (as the reader counts, standardised to the networks and"
                    + " languages of the panel), adjusted_net_sentiment_rate (as people would label"
                    + " it, with how far the reader errs on each brand),"
                    + " share_of_voice_rate or answered_within_24h_rate")
        String metricName,
    @Column(id = 6, doc = "week or month") String periodKind,
    @Column(id = 7, doc = "Why the brand has no place", nullMeans = "nothing is missing")
        @Nullable MissingReason missingReason,
    @WithInterval(
            ids = {8, 9, 10},
            doc = "The metric; interval clustered by person",
            unit = "rate",
            nullMeans = "see missing_reason",
            endNullMeans = "see missing_reason")
        Estimated value,
    @Column(
            id = 20,
            doc =
                "1 and the brands with a larger value; rank_lower to rank_upper say what it means",
            nullMeans = "see missing_reason, or no other brand has a value")
        @Nullable Integer rank,
    @Column(
            id = 11,
            doc =
                "The best place that the brand may have: 1 and the brands that are better, of all"
                    + " pairs at once with 95 % (Mogstad, Romano, Shaikh and Wilhelm 2024)",
            nullMeans = "see missing_reason, or no other brand has a value")
        @Nullable Integer rankLower,
    @Column(
            id = 12,
            doc = "The worst place: ranked_brand_count less the brands that are worse",
            nullMeans = "see missing_reason, or no other brand has a value")
        @Nullable Integer rankUpper,
    @Column(id = 13, doc = "Brands with a place", unit = "count") int rankedBrandCount,
    @Column(
            id = 14,
            doc =
                "Persons that value follows from: who spoke of the brand with a sentiment, at all,"
                    + " or asked it something",
            unit = "count")
        long personCount,
    @Column(id = 15, doc = "Days of the period that the input covers", unit = "days")
        int coveredDayCount,
    @Column(
            id = 16,
            doc =
                "True with enough persons, in a period that is over, observed and covered as a"
                    + " whole")
        boolean isReliable,
    @Column(id = 17, doc = "First day of the period") int periodStartDate,
    @Column(id = 18, doc = "Last day of the period, in the reporting time zone of the brand")
        int date,
    @PartitionColumn(doc = "The same as date", idInMonths = 19) int dt) {}
