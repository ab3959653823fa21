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
    nextId = 39)
public record BrandCustomerMonthlyRow(
    @Group(ids = {1, 2, 5}) CellColumns cell,
    @Column(
            id = 3,
            doc =
                "Why expected_alive_count is NULL: too_few_customers (under 500), too_few_repeaters"
                    + " (under 100), no_convergence, no_holdout (up to the end of the third month"
                    + " before there were under 150 customers, fewer days than since, or no clear"
                    + " maximum of the likelihood), model_fails_holdout (holdout_buyer_count is"
                    + " outside the interval of holdout_expected_buyer_count, and under 0.8 or over"
                    + " 1.25 of it)",
            nullMeans = "there is an estimate")
        @Nullable MissingReason aliveMissingReason,
    @Column(
            id = 4,
            doc =
                "Why social counts are NULL: no_identities (all of them; give --identities),"
                    + " month_partly_read (the engaged ones: the posts and messages of the run"
                    + " begin after the first of the month)",
            nullMeans = "the counts are there")
        @Nullable MissingReason socialMissingReason,
    @Group(ids = {6, 7, 8, 9}) Buyers buyers,
    @WithInterval(
            ids = {10, 11, 12},
            doc = "returning_customer_count / customer_count; Wilson interval",
            unit = "rate",
            nullMeans = "nobody bought")
        Estimated returningCustomerRate,
    @Group(ids = {13, 14, 15, 16, 17}) Cohort cohort,
    @Column(
            id = 18,
            doc = "Customers who bought at least once up to the end of the month",
            unit = "count")
        long knownCustomerCount,
    @WithInterval(
            ids = {19, 30, 31},
            doc =
                "Of these the number expected to be still there at the end of the month, or at the"
                    + " clock of the run if that is earlier: MBG/NBD by maximum likelihood;"
                    + " interval from the variance of each customer and of the fitted parameters,"
                    + " and from how far the holdout's buyers are outside their interval",
            unit = "count",
            nullMeans = "see alive_missing_reason",
            endNullMeans = "see alive_missing_reason; or the likelihood is flat")
        Estimated expectedAliveCount,
    @Group(
            ids = {34, 35, 36, 37, 38},
            nullMeans = "the model was not held against later purchases: see alive_missing_reason")
        @Nullable HeldOut heldOut,
    @Group(ids = {20, 21, 22, 23}) Social social,
    @Column(
            id = 24,
            doc =
                "Days from the first purchase of a customer in the input to the first of the month",
            unit = "days")
        long historyDayCount,
    @Group(ids = {25, 26, 27}) Reliability reliability,
    @Group(ids = {33, 28, 29}) MonthColumns month) {

  /** Who bought in the month. */
  @Columns
  public record Buyers(
      @Column(doc = "Customers who bought in the month", unit = "count") long customerCount,
      @Column(doc = "Of these those who bought in an earlier month", unit = "count")
          long returningCustomerCount,
      @Column(
              doc = "Of these those whose first purchase is in the month: the cohort of the month",
              unit = "count")
          long newCustomerCount,
      @Column(doc = "Days with a purchase, summed over customers", unit = "count")
          long purchaseCount) {}

  /** Those who bought for the first time, and who of them came back. */
  @Columns
  public record Cohort(
      @Column(
              doc =
                  "Customers of the cohort who were seen to buy again, up to the clock of the run",
              unit = "count")
          long repeatedCount,
      @Column(
              doc =
                  "Customers of the cohort who were not; they count as long as they were observed",
              unit = "count")
          long notRepeatedCount,
      @WithInterval(
              doc =
                  "Share of the cohort that buys again within 90 days of its first purchase:"
                      + " Kaplan-Meier as of the clock of the run, Greenwood log-log interval",
              unit = "rate",
              nullMeans = "no cohort, or nobody of it was observed for 90 days")
          Estimated repeatWithin90dRate) {}

  /** What the model made of customers up to some months ago, against what they bought since. */
  @Columns
  public record HeldOut(
      @WithInterval(
              doc =
                  "Check of expected_alive_count: of the customers known at the end of the third"
                      + " month before this one, those who were to buy from then to the end of the"
                      + " month, or to the clock of the run if that is earlier, by MBG/NBD fitted"
                      + " to what they had bought until then; interval for their number",
              unit = "count",
              nullMeans =
                  "the model was not held against later purchases: see alive_missing_reason")
          Estimated holdoutExpectedBuyerCount,
      @Column(doc = "Those of them who did buy in these days", unit = "count")
          long holdoutBuyerCount,
      @Column(doc = "How many days these are", unit = "days") int holdoutDayCount) {}

  /** Those who agreed to be known behind an account, and who of them spoke. */
  @Columns
  public record Social(
      @Column(
              doc = "Customers of customer_count who agreed to be known behind a social account",
              unit = "count",
              nullMeans = "the input has no identities")
          @Nullable Long linkedCustomerCount,
      @Column(
              doc = "Of these those who bought in an earlier month",
              unit = "count",
              nullMeans = "the input has no identities")
          @Nullable Long linkedReturningCount,
      @Column(
              doc =
                  "Of linked_customer_count those whose account mentioned the brand or opened a"
                      + " conversation with it in the month",
              unit = "count",
              nullMeans = "see social_missing_reason")
          @Nullable Long engagedCustomerCount,
      @Column(
              doc = "Of these those who bought in an earlier month",
              unit = "count",
              nullMeans = "see social_missing_reason")
          @Nullable Long engagedReturningCount) {}

  /** How far the month can be relied on. */
  @Columns
  public record Reliability(
      @Column(doc = "True with less than 365 days of history: old customers look new")
          boolean isLeftTruncated,
      @Column(doc = "True if the clock of the run has reached the end of the month")
          boolean isComplete,
      @Column(
              doc =
                  "True with at least 30 customers and 365 days of history, in a month that the"
                      + " orders cover as a whole")
          boolean isReliable) {}

  /** The month, and the folder that the row stands in. */
  @Columns
  public record MonthColumns(
      @Column(
              doc =
                  "Days of the month that the input's orders of the brand cover: from the first to"
                      + " the last, but for silences of more than 90 days. With fewer than all its"
                      + " days the row is of a part of the month: nothing in it is reliable, and it"
                      + " compares with no whole one",
              unit = "days")
          int coveredDayCount,
      @Column(doc = "First day of the month") int monthStartDate,
      @Column(doc = "Last day of the month, in the reporting time zone of the brand") int date,
      @PartitionColumn(doc = "The same as date", idInMonths = 32) int dt) {

    /** From a day to a day, both inclusive, and how many of them the input covers. */
    public static MonthColumns of(int coveredDays, int firstDay, int lastDay) {
      return new MonthColumns(coveredDays, firstDay, lastDay, lastDay);
    }
  }
}
