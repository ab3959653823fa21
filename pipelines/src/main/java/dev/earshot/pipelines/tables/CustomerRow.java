package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "customers",
    doc = "One customer of a brand at the clock of the run, over all orders of the input",
    key = {"brand_id", "customer_id"},
    needs = "--orders",
    nextId = 18,
    isRestricted = true)
public record CustomerRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Keyed hash of the customer") String customerId,
    @Column(id = 3, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(
            id = 4,
            doc = "ISO 4217 code of the currency",
            nullMeans = "the customer bought in several currencies")
        @Nullable String currency,
    @Column(
            id = 5,
            doc =
                "Why alive_probability is NULL: too_few_customers (under 500), too_few_repeaters"
                    + " (under 100), no_convergence",
            nullMeans = "there is an estimate")
        @Nullable String aliveMissingReason,
    @Column(
            id = 6,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(id = 7, doc = "Days with a purchase; x of the literature is one less", unit = "count")
        int purchaseCount,
    @Column(id = 8, doc = "Orders that count as purchases", unit = "count") int orderCount,
    @Column(
            id = 9,
            doc = "What was paid and not paid back, later orders that bring money back included",
            unit = "minor units of the currency",
            nullMeans = "the customer bought in several currencies")
        @Nullable Long spentMinorCount,
    @Column(
            id = 10,
            doc = "From the first to the last purchase: t_x of the literature",
            unit = "days")
        int recencyDayCount,
    @Column(
            id = 11,
            doc = "From the first purchase to the clock of the run: T of the literature",
            unit = "days")
        int ageDayCount,
    @Column(
            id = 12,
            doc =
                "Fifth of the customers by the last purchase, 5 the latest; ties are in the lower")
        int recencyScore,
    @Column(id = 13, doc = "Fifth by purchase_count, 5 the most; ties are in the lower")
        int frequencyScore,
    @Column(
            id = 14,
            doc = "Fifth by spent_minor_count, 5 the most; ties are in the lower",
            nullMeans = "customers of the brand buy in several currencies")
        @Nullable Integer monetaryScore,
    @Column(
            id = 15,
            doc = "Probability that the customer is still there: MBG/NBD",
            unit = "probability",
            nullMeans = "see alive_missing_reason")
        @Nullable Double aliveProbability,
    @Column(id = 16, doc = "Day of the first purchase") int firstPurchaseDate,
    @Column(id = 17, doc = "Day of the last purchase") int lastPurchaseDate) {}
