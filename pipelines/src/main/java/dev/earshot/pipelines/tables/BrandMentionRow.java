package dev.earshot.pipelines.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_mentions",
    doc =
        "One post of somebody else that is about a brand; a post about two brands has a row for"
            + " each",
    key = {"brand_id", "posted_at", "network", "post_id"},
    nextId = 35)
public record BrandMentionRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Keyed hash of the id of the post; the same in all tables") String postId,
    @Column(
            id = 3,
            doc = "Keyed hash of the author; the same person on another network has another hash")
        String authorId,
    @Column(id = 4, doc = "Near-duplicates and reposts share a cluster; a keyed hash")
        String clusterId,
    @Column(
            id = 5,
            doc = "Keyed hash of the id of the post that this one answers",
            nullMeans = "the post answers none")
        @Nullable String inReplyToPostId,
    @Column(id = 6, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 7, doc = "Social network, lower case") String network,
    @Column(id = 8, doc = "ISO 639-1 code", nullMeans = "language could not be told")
        @Nullable String language,
    @Column(
            id = 9,
            doc = "negative, neutral or positive toward the brand",
            nullMeans = "see sentiment_missing_reason")
        @Nullable String sentiment,
    @Column(
            id = 10,
            doc = "Why there is no sentiment: unknown_language or no_model_for_language",
            nullMeans = "there is a sentiment")
        @Nullable String sentimentMissingReason,
    @Column(
            id = 30,
            doc =
                "from where the writer leaves the brand for another, to where the writer comes to"
                    + " it",
            nullMeans = "the text tells of no switch, or is not English")
        @Nullable String switchDirection,
    @Column(
            id = 31,
            doc =
                "negative, neutral or positive by Stanford CoreNLP's sentiment tree, of the"
                    + " sentences that name the brand: a second opinion",
            nullMeans =
                "the run was without --analysis corenlp, or the text is not English or not in the"
                    + " sample (--analysis-sample)")
        @Nullable String corenlpSentiment,
    @Column(
            id = 11,
            doc =
                "What shows that the post is about the brand: reply_to_own_account, handle, domain,"
                    + " hashtag, alias")
        List<String> evidence,
    @Column(id = 12, doc = "Topics of the taxonomy that the text touches") List<String> topics,
    @Column(
            id = 28,
            doc = "Dimensions of reputation that the text touches; none is the dimension undefined")
        List<String> dimensions,
    @Column(id = 13, doc = "What the writer wants of the brand; several may hold")
        List<String> intents,
    @Column(
            id = 29,
            doc =
                "What was mended in the text: mojibake, lone_surrogate, control_character,"
                    + " byte_order_mark, bidi_control")
        List<String> issues,
    @Column(
            id = 32,
            doc =
                "Part of speech of each token by Stanford CoreNLP, as tagged in the Penn Treebank;"
                    + " at most 200 tokens",
            nullMeans = "see corenlp_sentiment")
        @Nullable List<String> partsOfSpeech,
    @Column(
            id = 33,
            doc = "Lemma of each token by Stanford CoreNLP, in the order of parts_of_speech",
            nullMeans = "see corenlp_sentiment, or the run was not asked for texts (--keep-text)")
        @Nullable List<String> lemmas,
    @Column(
            id = 34,
            doc =
                "What the text names by Stanford CoreNLP, such as organization:Acme; types are"
                    + " person, organization, location and misc",
            nullMeans = "see corenlp_sentiment, or the run was not asked for texts (--keep-text)")
        @Nullable List<String> entities,
    @Column(
            id = 14,
            doc =
                "text, image, video, link or another word of the source; other where it is no word",
            nullMeans = "the source does not say")
        @Nullable String mediaType,
    @Column(
            id = 15,
            doc = "The text of the post",
            nullMeans = "the run was not asked for texts (--keep-text)")
        @Nullable String text,
    @Column(
            id = 16,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(
            id = 17,
            doc = "How sure the evidence makes it that the post is about the brand, 0 to 1",
            unit = "probability")
        double relevance,
    @Column(
            id = 18,
            doc = "Probability of negative toward the brand",
            unit = "probability",
            nullMeans = "see sentiment_missing_reason")
        @Nullable Double negativeProbability,
    @Column(
            id = 19,
            doc = "Probability of neutral toward the brand",
            unit = "probability",
            nullMeans = "see sentiment_missing_reason")
        @Nullable Double neutralProbability,
    @Column(
            id = 20,
            doc = "Probability of positive toward the brand",
            unit = "probability",
            nullMeans = "see sentiment_missing_reason")
        @Nullable Double positiveProbability,
    @Column(
            id = 21,
            doc = "Likes in the newest snapshot",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long likeCount,
    @Column(
            id = 22,
            doc = "Shares in the newest snapshot",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long shareCount,
    @Column(
            id = 23,
            doc = "Comments in the newest snapshot",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long commentCount,
    @Column(
            id = 24,
            doc = "Impressions in the newest snapshot",
            unit = "count",
            nullMeans = "the platform does not report it")
        @Nullable Long impressionCount,
    @Column(
            id = 25,
            doc =
                "True for a post that is no repost and resembles no earlier post of its block of 28"
                    + " days or the block before; only these count as mentions, the others as"
                    + " reposts")
        boolean isCanonical,
    @Column(id = 26, doc = "True where the platform says that the post repeats another")
        boolean isRepost,
    @Column(id = 27, doc = "When it was posted") long postedAt,
    @PartitionColumn(doc = "Day of posted_at in the reporting time zone of the brand") int dt) {}
