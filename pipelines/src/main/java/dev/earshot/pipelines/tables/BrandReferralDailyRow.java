package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_referrals_daily",
    doc =
        "Who comes to a brand's site from social networks, over the window that ends on the date."
            + " Rows with network all are roll-ups: filter, do not add up",
    key = {"brand_id", "date", "window_day_count", "network"},
    needs = "--web-logs",
    nextId = 66,
    retired = 59)
public record BrandReferralDailyRow(
    @Group(ids = {1, 2, 5}) CellColumns cell,
    @Column(id = 3, doc = "Social network that visits came from, or all") String network,
    @Column(id = 4, doc = "Why a value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable MissingReason missingReason,
    @Group(ids = {6, 65, 60}) WindowColumns window,
    @Group(ids = {7, 8, 9, 10}) Visits visits,
    @Group(
            ids = {11, 12, 13, 14, 15, 16, 17, 18},
            nullMeans = "only in the row of all networks")
        @Nullable OtherVisits otherVisits,
    @Group(
            ids = {19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29},
            nullMeans = "only in the row of all networks")
        @Nullable Programs programs,
    @WithInterval(
            ids = {30, 31, 32},
            doc =
                "social_session_count / human_session_count; Wilson interval, clustered by visitor",
            unit = "rate",
            nullMeans = "nothing to divide by")
        Estimated socialReferralRate,
    @Group(
            ids = {33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44},
            nullMeans = "only in the row of all networks")
        @Nullable OtherRates otherRates,
    @Group(
            ids = {45, 63, 64, 46, 61, 62},
            nullMeans = "only in the row of all networks")
        @Nullable DarkSocial darkSocial,
    @Group(
            ids = {47, 48, 49, 50, 51},
            nullMeans = "no orders, or no visit of a customer who was signed in")
        @Nullable Credits credits,
    @Group(
            ids = {52, 53, 54, 55, 56, 57},
            nullMeans = "no interaction of an identified customer")
        @Nullable Assists assists,
    @Column(
            id = 58,
            doc =
                "True with at least 30 visits of people in a window that the web logs cover as a"
                    + " whole")
        boolean isReliable) {

  /** Visits of people, and those from social networks. */
  @Columns
  public record Visits(
      @Column(
              doc = "Visits of people who opened a page, from anywhere; the same for every network",
              unit = "count")
          long humanSessionCount,
      @Column(doc = "Of them, visits from this network, or from any", unit = "count")
          long socialSessionCount,
      @Column(doc = "Of these, visits by a click on an advertisement", unit = "count")
          long paidSocialSessionCount,
      @Column(
              doc = "Of these, visits of visitors who were there in the 56 days before",
              unit = "count")
          long returningSocialSessionCount) {}

  /** Visits that did not come from social networks. */
  @Columns
  public record OtherVisits(
      @Column(doc = "Visits of people from search engines", unit = "count") long searchSessionCount,
      @Column(doc = "Visits of people from AI assistants", unit = "count") long chatbotSessionCount,
      @Column(doc = "Visits of people from mail and newsletters", unit = "count")
          long emailSessionCount,
      @Column(
              doc = "Visits of people from advertisements outside of social networks",
              unit = "count")
          long paidSessionCount,
      @Column(doc = "Visits of people from the site itself, after a pause", unit = "count")
          long internalSessionCount,
      @Column(doc = "Visits of people from other sites", unit = "count") long unknownSessionCount,
      @Column(doc = "Visits of people from nowhere: no sign of an origin", unit = "count")
          long directSessionCount,
      @Column(
              doc = "Visits in which no page was opened, such as for an image on another site",
              unit = "count")
          long noPageSessionCount) {}

  /** What programs did, of all that was asked for. */
  @Columns
  public record Programs(
      @Column(doc = "Visits of programs", unit = "count") long botSessionCount,
      @Column(doc = "Requests of programs", unit = "count") long botHitCount,
      @Column(doc = "Requests of programs and people", unit = "count") long hitCount,
      @Column(doc = "Visits of programs whose user agent says so", unit = "count")
          long declaredBotSessionCount,
      @Column(
              doc = "Visits of programs without a user agent, or with one that no browser has",
              unit = "count")
          long unknownAgentSessionCount,
      @Column(doc = "Visits of programs that asked for robots.txt", unit = "count")
          long robotsTxtBotSessionCount,
      @Column(
              doc = "Visits of programs that sent forms and never fetched what a page needs",
              unit = "count")
          long formSpamBotSessionCount,
      @Column(doc = "Visits of programs that mostly asked for what does not exist", unit = "count")
          long scannerBotSessionCount,
      @Column(
              doc = "Visits of programs that opened more than 10 pages in 10 seconds",
              unit = "count")
          long rateBotSessionCount,
      @Column(
              doc = "Visits of programs that opened pages and never fetched what a page needs",
              unit = "count")
          long noAssetsBotSessionCount,
      @Column(doc = "Visits of programs with a referrer that is known to be forged", unit = "count")
          long referrerSpamBotSessionCount) {}

  /** Shares of the visits of people that came in other ways. */
  @Columns
  public record OtherRates(
      @WithInterval(
              doc =
                  "search_session_count / human_session_count; Wilson interval, clustered by"
                      + " visitor",
              unit = "rate",
              nullMeans = "nothing to divide by")
          Estimated searchReferralRate,
      @WithInterval(
              doc =
                  "chatbot_session_count / human_session_count; Wilson interval, clustered by"
                      + " visitor",
              unit = "rate",
              nullMeans = "nothing to divide by")
          Estimated chatbotReferralRate,
      @WithInterval(
              doc =
                  "email_session_count / human_session_count; Wilson interval, clustered by"
                      + " visitor",
              unit = "rate",
              nullMeans = "nothing to divide by")
          Estimated emailReferralRate,
      @WithInterval(
              doc =
                  "direct_session_count / human_session_count; Wilson interval, clustered by"
                      + " visitor",
              unit = "rate",
              nullMeans = "nothing to divide by")
          Estimated directReferralRate) {}

  /** Visits without a sign of their origin on pages whose link was posted. */
  @Columns
  public record DarkSocial(
      @Column(
              doc =
                  "Links to pages of the site that were posted publicly, counted once in 24 hours;"
                      + " those with a log of the 7 days before and the 24 hours after",
              unit = "count")
          long darkSocialLinkCount,
      @Column(
              doc =
                  "Visits without a sign of their origin on the pages of these links in the 24"
                      + " hours after they were posted",
              unit = "count")
          long darkSocialSessionCount,
      @Column(
              doc =
                  "Visits without a sign of their origin on these pages in the 7 days before, which"
                      + " would have come anyway",
              unit = "count")
          long darkSocialBaselineSessionCount,
      @WithInterval(
              doc =
                  "Estimate: dark_social_session_count - dark_social_baseline_session_count / 7;"
                      + " interval between the exact limits of both Poisson counts",
              unit = "count",
              nullMeans = "no link of the site was posted")
          Estimated darkSocialSessionEstimate) {}

  /** Orders credited to the clicks before them, by four rules. */
  @Columns
  public record Credits(
      @Column(
              doc =
                  "Orders of customers with a visit by a click in the 28 days before; the same for"
                      + " every network",
              unit = "count")
          long attributedOrderCount,
      @Column(doc = "Orders credited to this network, or to any: the first click", unit = "orders")
          double firstTouchOrderCredit,
      @Column(doc = "Orders credited to this network, or to any: the last click", unit = "orders")
          double lastTouchOrderCredit,
      @Column(doc = "Orders credited to this network, or to any: all clicks alike", unit = "orders")
          double linearOrderCredit,
      @Column(
              doc =
                  "Orders credited to this network, or to any: 40 % to the first, 40 % to the last"
                      + " click, 20 % to those between",
              unit = "orders")
          double positionBasedOrderCredit) {}

  /** Orders around interactions of customers with the brand. */
  @Columns
  public record Assists(
      @Column(
              doc =
                  "Interactions of identified customers with the brand, by their date: no service"
                      + " issue, none in the three days before, three days of data after",
              unit = "count")
          long interactionCount,
      @Column(
              doc =
                  "A: orders in the three days after the last interaction, without a click in"
                      + " between, by the date of the interaction",
              unit = "count")
          long assistOrderCount,
      @Column(
              doc =
                  "B: orders of the same customers in the three days before the next interaction,"
                      + " counted as A is",
              unit = "count")
          long mirrorOrderCount,
      @Column(doc = "A - B; association, not causation", unit = "count")
          long incrementalAssistCount,
      @Column(
              doc =
                  "Lower end of the 95 % interval of incremental_assist_count, exact binomial on A"
                      + " + B",
              unit = "count",
              nullMeans = "A + B = 0")
          @Nullable Double incrementalAssistCountLower,
      @Column(
              doc =
                  "Upper end of the 95 % interval of incremental_assist_count, exact binomial on A"
                      + " + B",
              unit = "count",
              nullMeans = "A + B = 0")
          @Nullable Double incrementalAssistCountUpper) {}
}
