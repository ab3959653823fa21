package dev.earshot.pipelines.tables;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_retention_monthly",
    doc =
        "How many customers of a cohort, those of one month of first purchase, bought in a later"
            + " month",
    key = {"brand_id", "date", "cohort_date"},
    needs = "--orders",
    nextId = 16)
public record BrandRetentionMonthlyRow(
    @Group(ids = {1, 2, 3}) CellColumns cell,
    @Column(
            id = 4,
            doc = "Months from the first purchase: 0 for the month of the cohort itself",
            unit = "months")
        int monthNumber,
    @Column(id = 5, doc = "Customers of the cohort", unit = "count") long cohortCustomerCount,
    @Column(id = 6, doc = "Of these those who bought in the month", unit = "count")
        long activeCustomerCount,
    @WithInterval(
            ids = {7, 8, 9},
            doc = "active_customer_count / cohort_customer_count; Wilson interval",
            unit = "rate",
            nullMeans = "nothing to divide by")
        Estimated retentionRate,
    @Column(
            id = 15,
            doc =
                "Days of the month of activity that the input's orders of the brand cover: from the"
                    + " first to the last, but for silences of more than 90 days. With fewer than"
                    + " all its days the row compares with no whole month",
            unit = "days")
        int coveredDayCount,
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
