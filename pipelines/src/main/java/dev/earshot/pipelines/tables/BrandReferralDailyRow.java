package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_referrals_daily",
    doc =
        "Who comes to a brand's site from social networks, over the window that ends on the date. Rows with network all are roll-ups: filter, do not add up",
    key = {"brand_id", "date", "window_day_count", "network"},
    needs = "--web-logs",
    nextId = 63,
    retired = 59)
public record BrandReferralDailyRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 3, doc = "Social network that visits came from, or all") String network,
    @Column(id = 4, doc = "Why a value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable String missingReason,
    @Column(
            id = 5,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(id = 6, doc = "Days in the window: 1, 7 or 28", unit = "days") int windowDayCount,
    @Column(
            id = 7,
            doc = "Visits of people who opened a page, from anywhere; the same for every network",
            unit = "count")
        long humanSessionCount,
    @Column(id = 8, doc = "Of them, visits from this network, or from any", unit = "count")
        long socialSessionCount,
    @Column(id = 9, doc = "Of these, visits by a click on an advertisement", unit = "count")
        long paidSocialSessionCount,
    @Column(id = 10, doc = "Of these, visits of visitors who were there before", unit = "count")
        long returningSocialSessionCount,
    @Column(
            id = 11,
            doc = "Visits of people from search engines",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long searchSessionCount,
    @Column(
            id = 12,
            doc = "Visits of people from AI assistants",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long chatbotSessionCount,
    @Column(
            id = 13,
            doc = "Visits of people from mail and newsletters",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long emailSessionCount,
    @Column(
            id = 14,
            doc = "Visits of people from advertisements outside of social networks",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long paidSessionCount,
    @Column(
            id = 15,
            doc = "Visits of people from the site itself, after a pause",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long internalSessionCount,
    @Column(
            id = 16,
            doc = "Visits of people from other sites",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long unknownSessionCount,
    @Column(
            id = 17,
            doc = "Visits of people from nowhere: no sign of an origin",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long directSessionCount,
    @Column(
            id = 18,
            doc = "Visits in which no page was opened, such as for an image on another site",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long noPageSessionCount,
    @Column(
            id = 19,
            doc = "Visits of programs",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long botSessionCount,
    @Column(
            id = 20,
            doc = "Requests of programs",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long botHitCount,
    @Column(
            id = 21,
            doc = "Requests of programs and people",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long hitCount,
    @Column(
            id = 22,
            doc = "Visits of programs whose user agent says so",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long declaredBotSessionCount,
    @Column(
            id = 23,
            doc = "Visits of programs without a user agent, or with one that no browser has",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long unknownAgentSessionCount,
    @Column(
            id = 24,
            doc = "Visits of programs that asked for robots.txt",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long robotsTxtBotSessionCount,
    @Column(
            id = 25,
            doc = "Visits of programs that sent forms and never fetched what a page needs",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long formSpamBotSessionCount,
    @Column(
            id = 26,
            doc = "Visits of programs that mostly asked for what does not exist",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long scannerBotSessionCount,
    @Column(
            id = 27,
            doc = "Visits of programs that opened more than 10 pages in 10 seconds",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long rateBotSessionCount,
    @Column(
            id = 28,
            doc = "Visits of programs that opened pages and never fetched what a page needs",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long noAssetsBotSessionCount,
    @Column(
            id = 29,
            doc = "Visits of programs with a referrer that is known to be forged",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long referrerSpamBotSessionCount,
    @Column(
            id = 30,
            doc =
                "social_session_count / human_session_count; Wilson interval, clustered by visitor",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double socialReferralRate,
    @Column(
            id = 31,
            doc = "Lower end of the 95 % interval of social_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double socialReferralRateLower,
    @Column(
            id = 32,
            doc = "Upper end of the 95 % interval of social_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by")
        @Nullable Double socialReferralRateUpper,
    @Column(
            id = 33,
            doc =
                "search_session_count / human_session_count; Wilson interval, clustered by visitor",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double searchReferralRate,
    @Column(
            id = 34,
            doc = "Lower end of the 95 % interval of search_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double searchReferralRateLower,
    @Column(
            id = 35,
            doc = "Upper end of the 95 % interval of search_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double searchReferralRateUpper,
    @Column(
            id = 36,
            doc =
                "chatbot_session_count / human_session_count; Wilson interval, clustered by visitor",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double chatbotReferralRate,
    @Column(
            id = 37,
            doc = "Lower end of the 95 % interval of chatbot_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double chatbotReferralRateLower,
    @Column(
            id = 38,
            doc = "Upper end of the 95 % interval of chatbot_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double chatbotReferralRateUpper,
    @Column(
            id = 39,
            doc =
                "email_session_count / human_session_count; Wilson interval, clustered by visitor",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double emailReferralRate,
    @Column(
            id = 40,
            doc = "Lower end of the 95 % interval of email_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double emailReferralRateLower,
    @Column(
            id = 41,
            doc = "Upper end of the 95 % interval of email_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double emailReferralRateUpper,
    @Column(
            id = 42,
            doc =
                "direct_session_count / human_session_count; Wilson interval, clustered by visitor",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double directReferralRate,
    @Column(
            id = 43,
            doc = "Lower end of the 95 % interval of direct_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double directReferralRateLower,
    @Column(
            id = 44,
            doc = "Upper end of the 95 % interval of direct_referral_rate",
            unit = "rate",
            nullMeans = "nothing to divide by; only in the row of all networks")
        @Nullable Double directReferralRateUpper,
    @Column(
            id = 45,
            doc =
                "Links to pages of the site that were posted publicly, counted once in 24 hours; those with a log of the 7 days before and the 24 hours after",
            unit = "count",
            nullMeans = "only in the row of all networks")
        @Nullable Long darkSocialLinkCount,
    @Column(
            id = 46,
            doc =
                "Estimate: visits without a sign of their origin on pages whose link was posted publicly in the 24 hours before, minus the same page mean of the 7 days before",
            unit = "count",
            nullMeans = "only in the row of all networks; no link of the site was posted")
        @Nullable Double darkSocialSessionEstimate,
    @Column(
            id = 61,
            doc = "Lower end of the 95 % interval of dark_social_session_estimate, exact Poisson",
            unit = "count",
            nullMeans = "only in the row of all networks; no link of the site was posted")
        @Nullable Double darkSocialSessionEstimateLower,
    @Column(
            id = 62,
            doc = "Upper end of the 95 % interval of dark_social_session_estimate, exact Poisson",
            unit = "count",
            nullMeans = "only in the row of all networks; no link of the site was posted")
        @Nullable Double darkSocialSessionEstimateUpper,
    @Column(
            id = 47,
            doc =
                "Orders of customers with a visit by a click in the 28 days before; the same for every network",
            unit = "count",
            nullMeans = "no orders, or no visit of a customer who was signed in")
        @Nullable Long attributedOrderCount,
    @Column(
            id = 48,
            doc = "Orders credited to this network, or to any: the first click",
            unit = "orders",
            nullMeans = "no orders, or no visit of a customer who was signed in")
        @Nullable Double firstTouchOrderCredit,
    @Column(
            id = 49,
            doc = "Orders credited to this network, or to any: the last click",
            unit = "orders",
            nullMeans = "no orders, or no visit of a customer who was signed in")
        @Nullable Double lastTouchOrderCredit,
    @Column(
            id = 50,
            doc = "Orders credited to this network, or to any: all clicks alike",
            unit = "orders",
            nullMeans = "no orders, or no visit of a customer who was signed in")
        @Nullable Double linearOrderCredit,
    @Column(
            id = 51,
            doc =
                "Orders credited to this network, or to any: 40 % to the first, 40 % to the last click, 20 % to those between",
            unit = "orders",
            nullMeans = "no orders, or no visit of a customer who was signed in")
        @Nullable Double positionBasedOrderCredit,
    @Column(
            id = 52,
            doc =
                "Interactions of identified customers with the brand, by their date: no service issue, none in the three days before, three days of data after",
            unit = "count",
            nullMeans = "no interaction of an identified customer")
        @Nullable Long interactionCount,
    @Column(
            id = 53,
            doc =
                "A: orders in the three days after the last interaction, without a click in between, by the date of the interaction",
            unit = "count",
            nullMeans = "no interaction of an identified customer")
        @Nullable Long assistOrderCount,
    @Column(
            id = 54,
            doc =
                "B: orders of the same customers in the three days before the next interaction, counted as A is",
            unit = "count",
            nullMeans = "no interaction of an identified customer")
        @Nullable Long mirrorOrderCount,
    @Column(
            id = 55,
            doc = "A - B; association, not causation",
            unit = "count",
            nullMeans = "no interaction of an identified customer")
        @Nullable Long incrementalAssistCount,
    @Column(
            id = 56,
            doc =
                "Lower end of the 95 % interval of incremental_assist_count, exact binomial on A + B",
            unit = "count",
            nullMeans = "no interaction of an identified customer; A + B = 0")
        @Nullable Double incrementalAssistCountLower,
    @Column(
            id = 57,
            doc =
                "Upper end of the 95 % interval of incremental_assist_count, exact binomial on A + B",
            unit = "count",
            nullMeans = "no interaction of an identified customer; A + B = 0")
        @Nullable Double incrementalAssistCountUpper,
    @Column(id = 58, doc = "True with at least 30 visits of people in the window")
        boolean isReliable,
    @Column(id = 60, doc = "Last day of the window, in the reporting time zone of the brand")
        int date,
    @PartitionColumn(doc = "The same as date") int dt) {}
