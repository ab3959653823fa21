package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_switching_monthly",
    doc =
        "Who leaves for whom: a brand and another one in a calendar month, by the persons who say in"
            + " one public post that they leave the one for the other. Each pair has a row from"
            + " either side; a pair between which nobody switches has none. English only",
    key = {"brand_id", "date", "other_brand_id"},
    nextId = 20)
public record BrandSwitchingMonthlyRow(
    @Group(ids = {1, 2, 3}) CellColumns cell,
    @Column(id = 4, doc = "The brand that persons come from or go to") String otherBrandId,
    @Column(
            id = 5,
            doc = "Why the balance is not to be relied on",
            nullMeans = "it can be relied on")
        @Nullable MissingReason missingReason,
    @Group(ids = {6, 7, 8}) Flowing flow,
    @WithInterval(
            ids = {9, 10, 11},
            doc =
                "arrival_person_count / (arrival_person_count + departure_person_count); one half is"
                    + " even; interval exact (Clopper and Pearson 1934)",
            unit = "rate",
            nullMeans = "never: somebody switches")
        Estimated arrivalRate,
    @Group(ids = {12, 13}) Tested tested,
    @Column(
            id = 14,
            doc =
                "Days of the month on which the input covers both brands, by posts about them; with"
                    + " fewer than all the row is of a part of the month and not reliable",
            unit = "days")
        int coveredDayCount,
    @Column(id = 15, doc = "True if the clock of the run is past the end of the month")
        boolean isComplete,
    @Column(
            id = 16,
            doc =
                "True with at least 10 persons either way together, in a month that is over and that"
                    + " the input covers as a whole")
        boolean isReliable,
    @Column(id = 17, doc = "First day of the month") int monthStartDate,
    @Column(id = 18, doc = "Last day of the month, in the reporting time zone of the brand left")
        int date,
    @PartitionColumn(doc = "The same as date", idInMonths = 19) int dt) {

  /** How many persons switch. */
  @Columns
  public record Flowing(
      @Column(doc = "Persons who say that they left the other brand for this one", unit = "count")
          long arrivalPersonCount,
      @Column(doc = "Persons who say that they left this brand for the other", unit = "count")
          long departurePersonCount,
      @Column(doc = "arrival_person_count - departure_person_count", unit = "count")
          long netArrivalPersonCount) {}

  /** Whether more go one way than the other. */
  @Columns
  public record Tested(
      @Column(
              doc = "Two-sided exact binomial p of as many persons either way",
              unit = "probability")
          double pValue,
      @Column(
              doc =
                  "p_value adjusted over all pairs of brands of the month (Benjamini and Hochberg"
                      + " 1995): of the pairs with at most 0.05, 5 % are expected to be chance",
              unit = "probability")
          double qValue) {}
}
