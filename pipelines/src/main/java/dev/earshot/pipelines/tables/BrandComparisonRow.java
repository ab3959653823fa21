package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_comparisons",
    doc =
        "Is a brand better than another, or is the difference chance: a week or month of two brands"
            + " of a panel by one metric, each pair in both orders. pipelines/docs/comparisons.md"
            + " has the formulas. Brands of which nobody spoke in the period have no rows",
    key = {"brand_id", "competitor_id", "metric_name", "period_kind", "date"},
    nextId = 25)
public record BrandComparisonRow(
    @Group(ids = {1, 2, 3}) CellColumns cell,
    @Column(id = 4, doc = "The other brand") String competitorId,
    @Column(
            id = 5,
            doc =
                "Changes with the brands of the panel, those that the brand file names as"
                    + " competitors of one another or all: rows of two versions do not compare")
        String panelVersion,
    @Column(
            id = 6,
            doc =
                "net_sentiment_rate (as the reader counts, standardised to the networks and"
                    + " languages of the panel), adjusted_net_sentiment_rate (as people would label"
                    + " it, with how far the reader errs on each brand),"
                    + " share_of_voice_rate or answered_within_24h_rate")
        String metricName,
    @Column(id = 7, doc = "week or month") String periodKind,
    @Column(id = 8, doc = "Why nothing is compared", nullMeans = "nothing is missing")
        @Nullable MissingReason missingReason,
    @Column(
            id = 9,
            doc = "The metric of the brand",
            unit = "rate",
            nullMeans = "see missing_reason")
        @Nullable Double value,
    @Column(
            id = 10,
            doc = "The metric of the other brand",
            unit = "rate",
            nullMeans = "see missing_reason")
        @Nullable Double competitorValue,
    @WithInterval(
            ids = {11, 12, 13},
            doc =
                "value - competitor_value; interval clustered by person, and persons who speak of"
                    + " both are in both",
            unit = "rate",
            nullMeans = "see missing_reason",
            endNullMeans = "see missing_reason")
        Estimated difference,
    @Column(
            id = 14,
            doc = "The chance of such a difference where there is none, two-sided",
            unit = "probability",
            nullMeans = "see missing_reason")
        @Nullable Double pValue,
    @Column(
            id = 15,
            doc =
                "p_value after Benjamini-Hochberg over the pairs of the panel, the metric and the"
                    + " period; each pair counts once",
            unit = "probability",
            nullMeans = "see missing_reason")
        @Nullable Double qValue,
    @Column(
            id = 16,
            doc =
                "Persons that value follows from: who spoke of the brand with a sentiment, at all,"
                    + " or asked it something",
            unit = "count")
        long personCount,
    @Column(id = 17, doc = "The same of the other brand", unit = "count")
        long competitorPersonCount,
    @Column(id = 18, doc = "Persons who spoke of both brands in the period", unit = "count")
        long overlapPersonCount,
    @Column(id = 19, doc = "Days of the period that the input covers", unit = "days")
        int coveredDayCount,
    @Column(id = 20, doc = "The same of the other brand", unit = "days")
        int competitorCoveredDayCount,
    @Column(
            id = 21,
            doc =
                "True where both have enough persons, in a period that is over, observed and covered"
                    + " as a whole")
        boolean isReliable,
    @Column(id = 22, doc = "First day of the period") int periodStartDate,
    @Column(id = 23, doc = "Last day of the period, in the reporting time zone of each brand")
        int date,
    @PartitionColumn(doc = "The same as date", idInMonths = 24) int dt) {}
