package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_inbox",
    doc =
        "What people bring to a brand and how it answers: conversations by the day, week or block"
            + " of four weeks in which they opened. A row stands on the last day of its period; one"
            + " of direct messages once that day is over. Direct messages of fewer than 10 people"
            + " are suppressed, and as much as would give them away: a network has no row then, and"
            + " the roll-up, network all, a row without figures; whether anybody wrote is not told",
    key = {"brand_id", "period_kind", "date", "channel", "network"},
    nextId = 63)
public record BrandInboxRow(
    @Group(ids = {1, 2, 3}) CellColumns cell,
    @Group(ids = {4, 62, 8, 9}) PeriodColumns period,
    @Column(id = 5, doc = "direct_message or public") String channel,
    @Column(id = 6, doc = "Social network, or all for the networks together") String network,
    @Column(id = 7, doc = "Why a value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable MissingReason missingReason,
    @Group(
            ids = {
              10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
              31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51,
              52, 53, 54, 55, 56, 57, 58, 59, 60
            },
            nullMeans = "suppressed: fewer than 10 people, or needed to hide fewer")
        @Nullable Figures figures,
    @Column(
            id = 61,
            doc =
                "True with at least 30 conversations in a period that is over and that the input"
                    + " covers as a whole, as far as covered_day_count tells; not suppressed")
        boolean isReliable) {

  /** What is hidden together. */
  @Columns
  public record Figures(
      @Group Counts counts,
      @WithInterval(
              doc = "compliment_count / classified_count, Wilson",
              unit = "rate",
              nullMeans = "no conversation to divide by")
          Estimated complimentRate,
      @WithInterval(
              doc = "technical_issue_count / classified_count, Wilson",
              unit = "rate",
              nullMeans = "no conversation to divide by")
          Estimated technicalIssueRate,
      @WithInterval(
              doc =
                  "(compliment_only_count - technical_issue_count) / classified_count, interval"
                      + " clustered by person",
              unit = "rate",
              nullMeans = "no conversation to divide by")
          Estimated inboxHealthRate,
      @Group Responses responses,
      @Column(
              doc =
                  "Conversations with a question, a complaint or by direct message, observed for 72"
                      + " hours",
              unit = "count")
          long listenObservedCount,
      @Column(doc = "Of these answered by a human within 72 hours", unit = "count")
          long listenCount,
      @WithInterval(
              doc = "listen_count / listen_observed_count, Wilson",
              unit = "rate",
              nullMeans = "no conversation to divide by")
          Estimated listenRate) {}

  /** Conversations by what is said in them; they may touch several intents. */
  @Columns
  public record Counts(
      @Column(doc = "Conversations that a person opened", unit = "count") long conversationCount,
      @Column(doc = "Distinct people in them", unit = "count") long personCount,
      @Column(doc = "Messages of these people", unit = "count") long inboundMessageCount,
      @Column(doc = "Human replies of the brand", unit = "count") long outboundMessageCount,
      @Column(doc = "Conversations with at least one recognised intent", unit = "count")
          long classifiedCount,
      @Column(doc = "Conversations with a compliment", unit = "count") long complimentCount,
      @Column(
              doc = "Conversations with a compliment and neither complaint nor technical issue",
              unit = "count")
          long complimentOnlyCount,
      @Column(doc = "Conversations with a technical issue", unit = "count")
          long technicalIssueCount,
      @Column(doc = "Conversations with a complaint", unit = "count") long complaintCount,
      @Column(doc = "Conversations with a question", unit = "count") long questionCount,
      @Column(doc = "Conversations about an order", unit = "count") long orderCount,
      @Column(doc = "Conversations with a suggestion", unit = "count") long suggestionCount,
      @Column(doc = "Conversations of people about to leave", unit = "count") long churnIntentCount,
      @Column(doc = "Conversations with a privacy concern", unit = "count")
          long privacyConcernCount,
      @Column(doc = "Conversations about price", unit = "count") long priceCount) {}

  /**
   * How long people wait for the first human reply: Kaplan-Meier, whoever has none by the clock of
   * the run still waits.
   */
  @Columns
  public record Responses(
      @Column(doc = "Conversations with a human reply", unit = "count") long answeredCount,
      @Column(
              doc =
                  "Conversations without one by the clock of the run: they count as still waiting",
              unit = "count")
          long censoredCount,
      @WithInterval(
              doc = "Median time to the first human reply, nights and weekends included",
              unit = "seconds",
              nullMeans = "fewer than half were answered",
              endNullMeans = "not reached")
          Estimated firstResponseMedianSeconds,
      @Column(
              doc = "Time by which 90 % had the first human reply, nights and weekends included",
              unit = "seconds",
              nullMeans = "fewer than 90 % were answered")
          @Nullable Double firstResponseP90Seconds,
      @WithInterval(
              doc = "Median time to the first human reply, in business hours",
              unit = "seconds",
              nullMeans = "fewer than half were answered",
              endNullMeans = "not reached")
          Estimated firstResponseMedianBusinessSeconds,
      @Column(
              doc = "Time by which 90 % had the first human reply, in business hours",
              unit = "seconds",
              nullMeans = "fewer than 90 % were answered")
          @Nullable Double firstResponseP90BusinessSeconds,
      @WithInterval(
              doc = "Share answered within 1 hour, of the curve of first_response_median_seconds",
              unit = "rate",
              nullMeans = "no conversation was observed so long")
          Estimated answeredWithin1hRate,
      @WithInterval(
              doc = "Share answered within 4 hours, of the same curve",
              unit = "rate",
              nullMeans = "no conversation was observed so long")
          Estimated answeredWithin4hRate,
      @WithInterval(
              doc = "Share answered within 8 hours, of the same curve",
              unit = "rate",
              nullMeans = "no conversation was observed so long")
          Estimated answeredWithin8hRate,
      @WithInterval(
              doc = "Share answered within 24 hours, of the same curve",
              unit = "rate",
              nullMeans = "no conversation was observed so long")
          Estimated answeredWithin24hRate) {}
}
