package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_retention_monthly",
    doc =
        "How many customers of a cohort, those of one month of first purchase, bought in a later"
            + " month",
    key = {"brand_id", "date", "cohort_date"},
    needs = "--orders",
    nextId = 15)
public record BrandRetentionMonthlyRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(
            id = 3,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(
            id = 4,
            doc = "Months from the first purchase: 0 for the month of the cohort itself",
            unit = "months")
        int monthNumber,
    @Column(id = 5, doc = "Customers of the cohort", unit = "count") long cohortCustomerCount,
    @Column(id = 6, doc = "Of these those who bought in the month", unit = "count")
        long activeCustomerCount,
    @Column(
            id = 7,
            doc = "active_customer_count / cohort_customer_count; Wilson interval",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double retentionRate,
    @Column(
            id = 8,
            doc = "Lower end of the 95 % interval of retention_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double retentionRateLower,
    @Column(
            id = 9,
            doc = "Upper end of the 95 % interval of retention_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double retentionRateUpper,
    @Column(
            id = 10,
            doc =
                "True if the history before the cohort is under 365 days: it may hold old"
                    + " customers")
        boolean isLeftTruncated,
    @Column(id = 11, doc = "True if the clock of the run has reached the end of the month")
        boolean isComplete,
    @Column(id = 12, doc = "First day of the month of the first purchase") int cohortDate,
    @Column(
            id = 13,
            doc = "Last day of the month of activity, in the reporting time zone of the brand")
        int date,
    @PartitionColumn(doc = "The same as date", idInMonths = 14) int dt) {}
