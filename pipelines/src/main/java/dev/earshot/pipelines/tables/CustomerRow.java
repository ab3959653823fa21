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
    @Group(ids = {1, 3, 6}) CellColumns cell,
    @Column(id = 2, doc = "Keyed hash of the customer") String customerId,
    @Column(
            id = 4,
            doc = "ISO 4217 code of the currency",
            nullMeans = "the customer bought in several currencies")
        @Nullable String currency,
    @Column(
            id = 5,
            doc =
                "Why alive_probability is NULL: too_few_customers (under 500), too_few_repeaters"
                    + " (under 100), no_convergence, no_holdout, model_fails_holdout: as at the"
                    + " clock of the run in brand_customers_monthly",
            nullMeans = "there is an estimate")
        @Nullable MissingReason aliveMissingReason,
    @Group(ids = {7, 8, 9, 10, 11}) History history,
    @Group(ids = {12, 13, 14}) Scores scores,
    @Column(
            id = 15,
            doc = "Probability that the customer is still there: MBG/NBD",
            unit = "probability",
            nullMeans = "see alive_missing_reason")
        @Nullable Double aliveProbability,
    @Column(id = 16, doc = "Day of the first purchase") int firstPurchaseDate,
    @Column(id = 17, doc = "Day of the last purchase") int lastPurchaseDate) {

  /** What the customer bought, and when. */
  @Columns
  public record History(
      @Column(doc = "Days with a purchase; x of the literature is one less", unit = "count")
          int purchaseCount,
      @Column(doc = "Orders that count as purchases", unit = "count") int orderCount,
      @Column(
              doc = "What was paid and not paid back, later orders that bring money back included",
              unit = "minor units of the currency",
              nullMeans = "the customer bought in several currencies")
          @Nullable Long spentMinorCount,
      @Column(doc = "From the first to the last purchase: t_x of the literature", unit = "days")
          int recencyDayCount,
      @Column(
              doc = "From the first purchase to the clock of the run: T of the literature",
              unit = "days")
          int ageDayCount) {}

  /** Recency, frequency and monetary fifths of the customers of the brand. */
  @Columns
  public record Scores(
      @Column(
              doc =
                  "Fifth of the customers by the last purchase, 5 the latest; ties are in the"
                      + " lower")
          int recencyScore,
      @Column(doc = "Fifth by purchase_count, 5 the most; ties are in the lower")
          int frequencyScore,
      @Column(
              doc = "Fifth by spent_minor_count, 5 the most; ties are in the lower",
              nullMeans = "customers of the brand buy in several currencies")
          @Nullable Integer monetaryScore) {}
}
