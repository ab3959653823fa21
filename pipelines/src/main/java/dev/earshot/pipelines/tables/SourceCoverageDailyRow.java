package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "source_coverage_daily",
    doc =
        "What the input has of a brand on one day, by kind of source: a row for each day that it"
            + " covers, which is each from a record to the next one within 90 days. Direct messages"
            + " have no rows: these would tell on which days few people wrote. Rows with network"
            + " all are roll-ups: filter, do not add up",
    key = {"brand_id", "date", "source_kind", "network"},
    nextId = 12)
public record SourceCoverageDailyRow(
    @Group(ids = {1, 2, 3}) CellColumns cell,
    @Column(
            id = 4,
            doc =
                "mentions (posts of others that name the brand or answer its account), own_posts"
                    + " (of the brand, that answer nobody), web_logs (requests of its site) or"
                    + " orders (lines of orders)")
        String sourceKind,
    @Column(
            id = 5,
            doc =
                "Social network, over the days that the input covers of it; all for the networks"
                    + " together, and for web logs and orders, which have none")
        String network,
    @Column(
            id = 6,
            doc =
                "Records read, before duplicates are told apart; a post about two brands counts for"
                    + " both. Zero on a day without any between others",
            unit = "count")
        long recordCount,
    @Column(
            id = 7,
            doc = "Days in a row without a record that end with the date; zero where it has one",
            unit = "days")
        int silentDayCount,
    @Column(id = 8, doc = "The day, in the reporting time zone of the brand") int date,
    @Column(id = 9, doc = "Time of the first of these records", nullMeans = "there is none")
        @Nullable Long firstRecordAt,
    @Column(id = 10, doc = "Time of the last of these records", nullMeans = "there is none")
        @Nullable Long lastRecordAt,
    @PartitionColumn(doc = "The same as date", idInMonths = 11) int dt) {}
