package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_audiences_monthly",
    doc =
        "Who engages with a brand in the open: accounts of a network in a calendar month, how many"
            + " of them are suspicious, and how many are customers. No row says it of an account",
    key = {"brand_id", "date", "network"},
    nextId = 23)
public record BrandAudienceMonthlyRow(
    @Group(ids = {1, 2, 3}) CellColumns cell,
    @Column(id = 4, doc = "Network of the accounts") String network,
    @Column(
            id = 5,
            doc = "Why suspicious_account_rate is NULL or not reliable",
            nullMeans = "nothing is missing")
        @Nullable MissingReason missingReason,
    @Column(
            id = 6,
            doc =
                "Accounts that spoke of the brand, passed on a post of it or wrote to it, each once;"
                    + " accounts of the brand are none",
            unit = "accounts")
        long accountCount,
    @Column(
            id = 7,
            doc =
                "Of account_count those whose profile is in the input: the newest look by the end of"
                    + " the month or, where there is none, the first after it",
            unit = "accounts")
        long profiledAccountCount,
    @Column(
            id = 8,
            doc =
                "Of profiled_account_count those whose profile tells followers, following, posts,"
                    + " picture and biography: what the rule looks at",
            unit = "accounts")
        long judgedAccountCount,
    @WithInterval(
            ids = {9, 10, 11},
            doc =
                "Share of suspicious accounts among judged_account_count, corrected for how often"
                    + " the rule errs (Rogan and Gladen 1978; interval of Lang and Reiczigel 2014,"
                    + " which knows that the errors were measured on samples)",
            unit = "rate",
            nullMeans =
                "no account was judged, or no errors are known of the network: see"
                    + " missing_reason")
        Estimated suspiciousAccountRate,
    @Column(
            id = 12,
            doc = "Of account_count those behind which a customer of the brand agreed to be known",
            unit = "accounts",
            nullMeans = "the run was given no links of accounts to customers (--identities)")
        @Nullable Long customerAccountCount,
    @WithInterval(
            ids = {13, 14, 15},
            doc = "customer_account_count / account_count; Wilson",
            unit = "rate",
            nullMeans = "the run was given no links of accounts to customers (--identities)")
        Estimated customerAccountRate,
    @Column(
            id = 16,
            doc = "Days of the month that the input covers by posts about the brand",
            unit = "days")
        int coveredDayCount,
    @Column(id = 17, doc = "True if the clock of the run is past the end of the month")
        boolean isComplete,
    @Column(
            id = 18,
            doc =
                "True if suspicious_account_rate may be relied on: 100 accounts were judged, and the"
                    + " month is over and covered as a whole")
        boolean isReliable,
    @Column(
            id = 19,
            doc =
                "True if customer_account_rate may be relied on: 30 accounts, and the month is over"
                    + " and covered as a whole")
        boolean isCustomerAccountRateReliable,
    @Column(id = 20, doc = "First day of the month") int monthStartDate,
    @Column(id = 21, doc = "Last day of the month, in the reporting time zone of the brand")
        int date,
    @PartitionColumn(doc = "The same as date", idInMonths = 22) int dt) {}
