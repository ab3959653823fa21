package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "pipeline_runs",
    doc =
        "The account of one input file in one run: read = accepted + rejected + duplicates + out of"
            + " scope; or of an erasure, whose records are ids and accepted are those with rows",
    key = {"source_name", "kind"},
    nextId = 35)
public record PipelineRunRow(
    @Column(id = 5, doc = "Which pseudonymisation key was used; tells nothing about the key")
        String keyId,
    @Column(id = 1, doc = "The input file; a hash where platforms name the file after a person")
        String sourceName,
    @Column(
            id = 2,
            doc = "posts, messages, orders, identities, profiles or web-logs; erasure")
        String kind,
    @Column(id = 3, doc = "How it was read") String format,
    @Column(id = 4, doc = "SHA-256 of brand file, mapping, dates and analysis")
        String configurationHash,
    @Column(id = 6, doc = "The program") String earshotVersion,
    @Column(
            id = 7,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(
            id = 24,
            doc =
                "How dates of numbers alone were read: day-first or month-first, as stated or as a"
                    + " day above 12 tells",
            nullMeans = "the file has none that tells, or is of a format without them")
        @Nullable String dayOrder,
    @Column(
            id = 27,
            doc =
                "The input file that holds the same bytes, once decompressed, and was read in place"
                    + " of this one, of which no record was",
            nullMeans = "no earlier file holds the same")
        @Nullable String duplicateOf,
    @Column(id = 8, doc = "Size of the file", unit = "bytes") long byteCount,
    @Column(id = 9, doc = "Records read", unit = "count") long readCount,
    @Column(id = 10, doc = "Records that stand in a table", unit = "count") long acceptedCount,
    @Column(id = 11, doc = "Records in rejected_records", unit = "count") long rejectedCount,
    @Column(id = 12, doc = "Other versions of a record that was accepted", unit = "count")
        long duplicateCount,
    @Column(
            id = 13,
            doc = "Records about no brand of the file, or outside of the dates of the run",
            unit = "count")
        long outOfScopeCount,
    @Column(
            id = 14,
            doc = "Of these used for windows and replies that reach into the dates",
            unit = "count")
        long contextCount,
    @Column(
            id = 23,
            doc =
                "Of the records read those whose text was mended; brand_mentions says in issues"
                    + " what",
            unit = "count")
        long flaggedCount,
    @Column(
            id = 28,
            doc =
                "Of the records out of scope those that are events among messages: reactions,"
                    + " calls, notices of the platform",
            unit = "count")
        long noticeCount,
    @Column(
            id = 29,
            doc = "Of the accepted messages those that a field says are automatic",
            unit = "count")
        long automatedByFieldCount,
    @Column(
            id = 30,
            doc = "Of the accepted messages automatic ones by a text of the brand file",
            unit = "count")
        long automatedByBrandFileCount,
    @Column(
            id = 31,
            doc = "Of the accepted messages automatic ones by a default text of a platform",
            unit = "count")
        long automatedByKnownTextCount,
    @Column(
            id = 33,
            doc =
                "Of the accepted messages automatic ones since they came within seconds and many"
                    + " persons got the same text",
            unit = "count")
        long automatedByRepetitionCount,
    @Column(
            id = 32,
            doc =
                "Of the accepted messages automatic ones since they came sooner than anybody types,"
                    + " or repeat such a text",
            unit = "count")
        long automatedBySpeedCount,
    @Column(
            id = 18,
            doc =
                "Accounts in the file: profiles, followers; no part of the balance, as the four"
                    + " below",
            unit = "count")
        long profileCount,
    @Column(
            id = 19,
            doc = "Posts in the file that only followers or named persons may see; not read",
            unit = "count")
        long notPublicCount,
    @Column(
            id = 20,
            doc = "Posts that the platform says are deleted, withheld or removed; not read",
            unit = "count")
        long withdrawnCount,
    @Column(id = 21, doc = "References to posts or messages without their content", unit = "count")
        long stubCount,
    @Column(
            id = 22,
            doc = "Other things that are no records: likes, counts, errors, system events",
            unit = "count")
        long otherCount,
    @Column(
            id = 34,
            doc = "Rows that left the tables, as persons asked for it",
            unit = "count",
            nullMeans = "the run was no erasure")
        @Nullable Long erasedRowCount,
    @Column(id = 15, doc = "First date that the run replaces", nullMeans = "all dates")
        @Nullable Integer fromDate,
    @Column(id = 16, doc = "Last date that the run replaces", nullMeans = "all dates")
        @Nullable Integer toDate,
    @Column(
            id = 25,
            doc = "Days before the first date of which the tables ask for records of this kind",
            unit = "days",
            nullMeans = "all dates, or a kind of which every run takes all: orders, identities")
        @Nullable Integer contextWantedDayCount,
    @Column(
            id = 26,
            doc =
                "Of these the days that the input reaches back; where they are fewer, the rows may"
                    + " differ from those of a run that is given more",
            unit = "days",
            nullMeans = "as above")
        @Nullable Integer contextHadDayCount,
    @Column(
            id = 17,
            doc =
                "The clock of the run: the latest time in the input unless --as-of says otherwise",
            nullMeans = "the input is empty")
        @Nullable Long asOfAt,
    @PartitionColumn(doc = "The run") String runId) {}
