package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_scorecards_weekly",
    doc =
        "The four KPIs of a brand in one ISO week that is over, each in a row of its own:"
            + " reputation, engagement, referral_traffic, returning_customers. Every value is"
            + " computed from the counts of the whole week",
    key = {"brand_id", "date", "kpi"},
    nextId = 23)
public record BrandScorecardWeeklyRow(
    @Group(ids = {1, 2, 9}) CellColumns cell,
    @Group(ids = {3, 4, 5, 6}) Figure figure,
    @Column(id = 7, doc = "Why the value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable MissingReason missingReason,
    @Column(
            id = 8,
            doc = "What to do so that the value can be computed",
            nullMeans = "the input for it was there")
        @Nullable String howToProvide,
    @WithInterval(
            ids = {10, 11, 12},
            doc = "The measure over the week; a rate, or 0 to 100 for adjusted_reputation_score",
            unit = "as the measure",
            nullMeans = "see missing_reason")
        Estimated value,
    @Column(
            id = 13,
            doc =
                "What the value rests on: classified mentions, posts with both terms, human"
                    + " sessions, customers who bought",
            unit = "count")
        long itemCount,
    @Column(
            id = 14,
            doc = "The value of the week before",
            unit = "as the measure",
            nullMeans =
                "it had none, or the input covers one of both weeks in part: a part compares with"
                    + " no whole")
        @Nullable Double previousValue,
    @WithInterval(
            ids = {20, 21, 22},
            doc =
                "The change from the week before; interval by what was seen in the two weeks, as if"
                    + " independent. A reader errs alike in both, so that the change of a"
                    + " reputation is known better than its level",
            unit = "as the measure",
            nullMeans = "previous_value is NULL, or the value is")
        Estimated change,
    @Column(
            id = 19,
            doc =
                "Days of the week that the input of the KPI covers: posts about the brand, its own"
                    + " posts, web logs or orders, from the first to the last, but for silences of"
                    + " more than 90 days. With fewer than 7 the value is of a part of the week and"
                    + " not reliable",
            unit = "days")
        int coveredDayCount,
    @Column(
            id = 15,
            doc =
                "True with enough items for the interval to hold its 95 %, in a week that the input"
                    + " covers as a whole")
        boolean isReliable,
    @Column(id = 16, doc = "Monday of the week") int weekStartDate,
    @Column(id = 17, doc = "Sunday of the week, in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date", idInMonths = 18) int dt) {

  /** What is measured, and when. */
  @Columns
  public record Figure(
      @Column(doc = "reputation, engagement, referral_traffic or returning_customers") String kpi,
      @Column(
              doc =
                  "Which measure stands for it: adjusted_reputation_score,"
                      + " engagement_rate_by_followers,"
                      + " social_referral_rate or returning_customer_rate")
          String metricName,
      @Column(doc = "ISO 8601 week, as 2026-W10") String isoWeek,
      @Column(doc = "What item_count counts: mentions, posts, sessions or customers")
          String itemName) {}
}
