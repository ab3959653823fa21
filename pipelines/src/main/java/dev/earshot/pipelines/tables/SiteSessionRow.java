package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "site_sessions",
    doc =
        "One visit of a brand's site, of people and of programs, ended by 30 minutes without a"
            + " request",
    key = {"brand_id", "started_at", "session_id"},
    needs = "--web-logs",
    nextId = 26,
    isRestricted = true)
public record SiteSessionRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Keyed hash of visitor and first request") String sessionId,
    @Column(
            id = 3,
            doc = "Keyed hash of the analytics client id, else of network address and user agent")
        String visitorId,
    @Column(
            id = 4,
            doc = "Keyed hash of the customer who was signed in, as in orders",
            nullMeans = "nobody was signed in, or the log does not say")
        @Nullable String customerId,
    @Column(id = 5, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(
            id = 6,
            doc =
                "Path of the first page, else of the first request; no query, parts that may name a"
                    + " person are *")
        String landingPath,
    @Column(
            id = 7,
            doc =
                "social, search, chatbot, email, paid, internal, unknown (another site), direct (no"
                    + " sign) or spam")
        String referralMedium,
    @Column(
            id = 8,
            doc = "Site, service or app that the visit came from; a domain where no list has it",
            nullMeans = "not known")
        @Nullable String referralSource,
    @Column(
            id = 9,
            doc = "Social network that the visit came from, as posts name it",
            nullMeans = "it came from none, or the network is not known")
        @Nullable String network,
    @Column(
            id = 10,
            doc =
                "What tells so, strongest first: utm_parameters, click_id, referrer,"
                    + " in_app_browser, none")
        String referralEvidence,
    @Column(
            id = 11,
            doc = "What was searched for, where the referrer says so; only with --keep-text",
            nullMeans = "not told, or not kept")
        @Nullable String searchTerm,
    @Column(
            id = 12,
            doc =
                "Why the visitor is taken for a program: declared, unknown_agent, robots_txt,"
                    + " form_spam, scanner, rate, no_assets or referrer_spam",
            nullMeans = "taken for a person")
        @Nullable String botReason,
    @Column(
            id = 13,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(id = 14, doc = "Requests or events", unit = "count") long hitCount,
    @Column(id = 15, doc = "Pages that were served", unit = "count") long pageViewCount,
    @Column(id = 16, doc = "Styles, scripts, images and fonts", unit = "count") long assetCount,
    @Column(id = 17, doc = "Forms that were sent", unit = "count") long formCount,
    @Column(id = 18, doc = "Requests that were refused or found nothing", unit = "count")
        long errorCount,
    @Column(id = 19, doc = "From the first to the last request", unit = "seconds")
        long durationSeconds,
    @Column(
            id = 20,
            doc = "1 for the visitor's first visit within 56 days, 2 for the second, and so on",
            unit = "count",
            nullMeans = "no visit of a person")
        @Nullable Long visitNumber,
    @Column(id = 21, doc = "True where the visitor is taken for a program") boolean isBot,
    @Column(id = 22, doc = "True where a person opened a page: what rates are made of")
        boolean isHuman,
    @Column(id = 23, doc = "True where an advertisement was clicked") boolean isPaid,
    @Column(id = 24, doc = "First request") long startedAt,
    @Column(id = 25, doc = "Last request") long endedAt,
    @PartitionColumn(doc = "Day of started_at in the reporting time zone of the brand") int dt) {}
