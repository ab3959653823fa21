package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_inbox_daily",
    doc =
        "What people bring to a brand and how it answers: conversations by the day they opened. Direct messages of fewer than 10 people are suppressed. Rows with network all are roll-ups",
    key = {"brand_id", "date", "channel", "network"},
    nextId = 44)
public record BrandInboxDailyRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 3, doc = "Social network, or all for the networks together") String network,
    @Column(id = 4, doc = "direct_message or public") String channel,
    @Column(id = 5, doc = "Why a value is NULL or not reliable", nullMeans = "nothing is missing")
        @Nullable String missingReason,
    @Column(
            id = 6,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(
            id = 7,
            doc = "Conversations that a person opened",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long conversationCount,
    @Column(
            id = 8,
            doc = "Distinct people in them",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long personCount,
    @Column(
            id = 9,
            doc = "Messages of these people",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long inboundMessageCount,
    @Column(
            id = 10,
            doc = "Human replies of the brand",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long outboundMessageCount,
    @Column(
            id = 11,
            doc = "Conversations with at least one recognised intent",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long classifiedCount,
    @Column(
            id = 12,
            doc = "Conversations with a compliment",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long complimentCount,
    @Column(
            id = 13,
            doc = "Conversations with a compliment and neither complaint nor technical issue",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long complimentOnlyCount,
    @Column(
            id = 14,
            doc = "Conversations with a technical issue",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long technicalIssueCount,
    @Column(
            id = 15,
            doc = "Conversations with a complaint",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long complaintCount,
    @Column(
            id = 16,
            doc = "Conversations with a question",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long questionCount,
    @Column(
            id = 17,
            doc = "Conversations about an order",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long orderCount,
    @Column(
            id = 18,
            doc = "Conversations with a suggestion",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long suggestionCount,
    @Column(
            id = 19,
            doc = "Conversations of people about to leave",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long churnIntentCount,
    @Column(
            id = 20,
            doc = "Conversations with a privacy concern",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long privacyConcernCount,
    @Column(
            id = 21,
            doc = "Conversations about price",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long priceCount,
    @Column(
            id = 22,
            doc = "compliment_count / classified_count",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double complimentRate,
    @Column(
            id = 23,
            doc = "Lower end of its 95 % Wilson interval",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double complimentRateLower,
    @Column(
            id = 24,
            doc = "Upper end of its 95 % Wilson interval",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double complimentRateUpper,
    @Column(
            id = 25,
            doc = "technical_issue_count / classified_count",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double technicalIssueRate,
    @Column(
            id = 26,
            doc = "Lower end of its 95 % Wilson interval",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double technicalIssueRateLower,
    @Column(
            id = 27,
            doc = "Upper end of its 95 % Wilson interval",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double technicalIssueRateUpper,
    @Column(
            id = 28,
            doc = "(compliment_only_count - technical_issue_count) / classified_count",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double inboxHealthRate,
    @Column(
            id = 29,
            doc = "Lower end of its 95 % interval, clustered by person",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double inboxHealthRateLower,
    @Column(
            id = 30,
            doc = "Upper end of its 95 % interval, clustered by person",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double inboxHealthRateUpper,
    @Column(
            id = 31,
            doc = "Conversations with a human reply",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long answeredCount,
    @Column(
            id = 32,
            doc = "Conversations without one by the clock of the run: they count as still waiting",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long censoredCount,
    @Column(
            id = 33,
            doc = "Median time to the first human reply in business hours, Kaplan-Meier",
            unit = "seconds",
            nullMeans = "fewer than half were answered, or suppressed")
        @Nullable Double firstResponseMedianSeconds,
    @Column(
            id = 34,
            doc = "Lower end of its 95 % interval",
            unit = "seconds",
            nullMeans = "not reached")
        @Nullable Double firstResponseMedianSecondsLower,
    @Column(
            id = 35,
            doc = "Upper end of its 95 % interval",
            unit = "seconds",
            nullMeans = "not reached")
        @Nullable Double firstResponseMedianSecondsUpper,
    @Column(
            id = 36,
            doc = "90th percentile of the same",
            unit = "seconds",
            nullMeans = "fewer than 90 % were answered, or suppressed")
        @Nullable Double firstResponseP90Seconds,
    @Column(
            id = 37,
            doc =
                "Conversations with a question, a complaint or by direct message, observed for 72 hours",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long listenObservedCount,
    @Column(
            id = 38,
            doc = "Of these answered by a human within 72 hours",
            unit = "count",
            nullMeans = "suppressed: fewer than 10 people, or needed to hide a cell that has fewer")
        @Nullable Long listenCount,
    @Column(
            id = 39,
            doc = "listen_count / listen_observed_count",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double listenRate,
    @Column(
            id = 40,
            doc = "Lower end of its 95 % Wilson interval",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double listenRateLower,
    @Column(
            id = 41,
            doc = "Upper end of its 95 % Wilson interval",
            unit = "rate",
            nullMeans = "no conversation to divide by, or suppressed")
        @Nullable Double listenRateUpper,
    @Column(id = 42, doc = "True with at least 30 conversations and nothing suppressed")
        boolean isReliable,
    @Column(id = 43, doc = "Day of opening in the reporting time zone of the brand") int date,
    @PartitionColumn(doc = "The same as date") int dt) {}
