package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "orders",
    doc = "One order of a shop of the brand, all its lines added up",
    key = {"brand_id", "order_id"},
    needs = "--orders",
    nextId = 14,
    isRestricted = true)
public record OrderRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(
            id = 2,
            doc =
                "Keyed hash of the id of the order in the shop; where the export has none, of one"
                    + " made of the customer's hash and the time")
        String orderId,
    @Column(
            id = 3,
            doc = "Keyed hash of the customer",
            nullMeans = "The export names no customer; the order is in no figure about customers")
        @Nullable String customerId,
    @Column(id = 4, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(
            id = 5,
            doc = "ISO 4217 code of the currency",
            nullMeans = "Its lines have several currencies")
        @Nullable String currency,
    @Column(
            id = 6,
            doc =
                "completed, pending, cancelled or refunded; completed where any line is and not all"
                    + " of it was paid back")
        String status,
    @Column(
            id = 7,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(
            id = 8,
            doc =
                "Sum of the lines that were bought, before refunds; rounded once, half to even,"
                    + " from exact millionths",
            unit = "minor units of the currency",
            nullMeans = "Its lines have several currencies")
        @Nullable Long amountMinorCount,
    @Column(
            id = 9,
            doc = "What was paid back: negative lines, and lines that were refunded",
            unit = "minor units of the currency",
            nullMeans = "Its lines have several currencies")
        @Nullable Long refundedMinorCount,
    @Column(id = 10, doc = "Lines of the order", unit = "lines") long lineCount,
    @Column(id = 11, doc = "Whether it counts as a purchase: completed, of any amount, zero too")
        boolean isPurchase,
    @Column(id = 12, doc = "Time of its first line") long orderedAt,
    @PartitionColumn(
            doc = "Day of ordered_at in the reporting time zone of the brand",
            idInMonths = 13)
        int dt) {}
