package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_customers_monthly",
    doc =
        "Who buys and who comes back: the customers of a brand in a calendar month. Orders of one"
            + " customer on one day are one purchase; orders that were cancelled, refunded or are"
            + " pending, and those without a customer, are in no figure",
    key = {"brand_id", "date"},
    needs = "--orders",
    nextId = 33)
public record BrandCustomerMonthlyRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(
            id = 3,
            doc =
                "Why expected_alive_count is NULL: too_few_customers (under 500), too_few_repeaters"
                    + " (under 100), no_convergence",
            nullMeans = "there is an estimate")
        @Nullable String aliveMissingReason,
    @Column(
            id = 4,
            doc =
                "Why social counts are NULL: no_identities (all of them; give --identities),"
                    + " month_partly_read (the engaged ones: the posts and messages of the run"
                    + " begin after the first of the month)",
            nullMeans = "the counts are there")
        @Nullable String socialMissingReason,
    @Column(
            id = 5,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(id = 6, doc = "Customers who bought in the month", unit = "count") long customerCount,
    @Column(id = 7, doc = "Of these those who bought in an earlier month", unit = "count")
        long returningCustomerCount,
    @Column(
            id = 8,
            doc = "Of these those whose first purchase is in the month: the cohort of the month",
            unit = "count")
        long newCustomerCount,
    @Column(id = 9, doc = "Days with a purchase, summed over customers", unit = "count")
        long purchaseCount,
    @Column(
            id = 10,
            doc = "returning_customer_count / customer_count; Wilson interval",
            unit = "rate",
            nullMeans = "nobody bought")
        @Nullable Double returningCustomerRate,
    @Column(
            id = 11,
            doc = "Lower end of the 95 % interval of returning_customer_rate",
            unit = "rate",
            nullMeans = "nobody bought")
        @Nullable Double returningCustomerRateLower,
    @Column(
            id = 12,
            doc = "Upper end of the 95 % interval of returning_customer_rate",
            unit = "rate",
            nullMeans = "nobody bought")
        @Nullable Double returningCustomerRateUpper,
    @Column(
            id = 13,
            doc = "Customers of the cohort who were seen to buy again, up to the clock of the run",
            unit = "count")
        long repeatedCount,
    @Column(
            id = 14,
            doc = "Customers of the cohort who were not; they count as long as they were observed",
            unit = "count")
        long notRepeatedCount,
    @Column(
            id = 15,
            doc =
                "Share of the cohort that buys again within 90 days of its first purchase:"
                    + " Kaplan-Meier as of the clock of the run, Greenwood log-log interval",
            unit = "rate",
            nullMeans = "no cohort, or nobody of it was observed for 90 days")
        @Nullable Double repeatWithin90dRate,
    @Column(
            id = 16,
            doc = "Lower end of the 95 % interval of repeat_within_90d_rate",
            unit = "rate",
            nullMeans = "no cohort, or nobody of it was observed for 90 days")
        @Nullable Double repeatWithin90dRateLower,
    @Column(
            id = 17,
            doc = "Upper end of the 95 % interval of repeat_within_90d_rate",
            unit = "rate",
            nullMeans = "no cohort, or nobody of it was observed for 90 days")
        @Nullable Double repeatWithin90dRateUpper,
    @Column(
            id = 18,
            doc = "Customers who bought at least once up to the end of the month",
            unit = "count")
        long knownCustomerCount,
    @Column(
            id = 19,
            doc =
                "Of these the number expected to be still there at the end of the month, or at the"
                    + " clock of the run if that is earlier: MBG/NBD by maximum likelihood",
            unit = "count",
            nullMeans = "see alive_missing_reason")
        @Nullable Double expectedAliveCount,
    @Column(
            id = 30,
            doc =
                "Lower end of the 95 % interval of the customers who are still there, from the"
                    + " variance of each and of the fitted parameters",
            unit = "customers",
            nullMeans = "see alive_missing_reason; or the likelihood is flat")
        @Nullable Double expectedAliveCountLower,
    @Column(
            id = 31,
            doc =
                "Upper end of the 95 % interval of the customers who are still there, from the"
                    + " variance of each and of the fitted parameters",
            unit = "customers",
            nullMeans = "see alive_missing_reason; or the likelihood is flat")
        @Nullable Double expectedAliveCountUpper,
    @Column(
            id = 20,
            doc = "Customers of customer_count who agreed to be known behind a social account",
            unit = "count",
            nullMeans = "the input has no identities")
        @Nullable Long linkedCustomerCount,
    @Column(
            id = 21,
            doc = "Of these those who bought in an earlier month",
            unit = "count",
            nullMeans = "the input has no identities")
        @Nullable Long linkedReturningCount,
    @Column(
            id = 22,
            doc =
                "Of linked_customer_count those whose account mentioned the brand or opened a"
                    + " conversation with it in the month",
            unit = "count",
            nullMeans = "see social_missing_reason")
        @Nullable Long engagedCustomerCount,
    @Column(
            id = 23,
            doc = "Of these those who bought in an earlier month",
            unit = "count",
            nullMeans = "see social_missing_reason")
        @Nullable Long engagedReturningCount,
    @Column(
            id = 24,
            doc =
                "Days from the first purchase of a customer in the input to the first of the month",
            unit = "days")
        long historyDayCount,
    @Column(id = 25, doc = "True with less than 365 days of history: old customers look new")
        boolean isLeftTruncated,
    @Column(id = 26, doc = "True if the clock of the run has reached the end of the month")
        boolean isComplete,
    @Column(id = 27, doc = "True with at least 30 customers and 365 days of history")
        boolean isReliable,
    @Column(id = 28, doc = "First day of the month") int monthStartDate,
    @Column(id = 29, doc = "Last day of the month, in the reporting time zone of the brand")
        int date,
    @PartitionColumn(doc = "The same as date", idInMonths = 32) int dt) {}
