package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_relationships_monthly",
    doc =
        "Does a brand listen, and does it give as much as it takes: a calendar month by one metric,"
            + " from what is said in the open; direct messages are in brand_inbox alone. A month in"
            + " which nobody spoke of the brand or with it, and in which it posted nothing, has no"
            + " rows",
    key = {"brand_id", "date", "metric_name"},
    nextId = 23)
public record BrandRelationshipMonthlyRow(
    @Group(ids = {1, 2, 3}) CellColumns cell,
    @Column(
            id = 4,
            doc =
                "listen_rate, unanswered_person_rate, reciprocity_rate, give_balance_rate,"
                    + " recommendation_balance, net_sentiment_rate, generosity_rate,"
                    + " privacy_concern_rate, churn_intent_rate, ambassador_rate, topic_acknowledged_rate or broadcast_rate; pipelines/docs/relationship.md has"
                    + " their formulas")
        String metricName,
    @Column(id = 5, doc = "Why the value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable MissingReason missingReason,
    @Column(
            id = 6,
            doc = "What to do so that the value can be computed",
            nullMeans = "the input for it was there")
        @Nullable String howToProvide,
    @WithInterval(
            ids = {7, 8, 9},
            doc =
                "The metric: numerator_count / denominator_count; interval clustered by person, of"
                    + " broadcast_rate Wilson; topic_acknowledged_rate is a census and has none",
            unit = "rate",
            nullMeans = "see missing_reason",
            endNullMeans = "see missing_reason; or the metric is a census")
        Estimated value,
    @Group(ids = {10, 11, 12}) Terms terms,
    @Column(
            id = 13,
            doc = "The value of the month before",
            unit = "rate",
            nullMeans =
                "it had none, one of both months is not over, not yet observed or covered in part (a"
                    + " part compares with no whole), or the metric is ambassador_rate")
        @Nullable Double previousValue,
    @WithInterval(
            ids = {14, 15, 16},
            doc =
                "value - previous_value; interval over the persons of both months, as the same"
                    + " person may speak in both; of broadcast_rate Newcombe (1998), method 10",
            unit = "rate",
            nullMeans = "there is no previous_value",
            endNullMeans = "there is no previous_value, or the metric is a census")
        Estimated change,
    @Column(
            id = 17,
            doc =
                "Days of the month that the input covers: by posts about the brand, for"
                    + " broadcast_rate by its own, from the first to the last, but for silences of"
                    + " more than 90 days. With fewer than all its days the row is of a part of the"
                    + " month: not reliable, and it compares with no whole one",
            unit = "days")
        int coveredDayCount,
    @Column(id = 18, doc = "True if the clock of the run is past the end of the month")
        boolean isComplete,
    @Column(
            id = 19,
            doc =
                "True with enough persons for the interval to hold its 95 % (of broadcast_rate with"
                    + " 10 posts), in a month that the input covers as a whole, that is over, and so"
                    + " long that all of it is observed")
        boolean isReliable,
    @Column(id = 20, doc = "First day of the month") int monthStartDate,
    @Column(id = 21, doc = "Last day of the month, in the reporting time zone of the brand")
        int date,
    @PartitionColumn(doc = "The same as date", idInMonths = 22) int dt) {

  /** What the value is the quotient of. */
  @Columns
  public record Terms(
      @Column(
              doc = "What is counted; of a balance, what counts for it less what counts against it",
              unit = "count")
          long numeratorCount,
      @Column(doc = "What it is counted of", unit = "count") long denominatorCount,
      @Column(
              doc = "The persons in denominator_count",
              unit = "count",
              nullMeans = "broadcast_rate is about posts of the brand")
          @Nullable Long personCount) {}
}
