package dev.earshot.pipelines.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "conversations",
    doc =
        "One conversation between one person and one brand, ended by 72 hours of silence, or cut"
            + " where there is none for weeks; holds no text",
    key = {"brand_id", "opened_at", "network", "channel", "conversation_id"},
    nextId = 20,
    isRestricted = true)
public record ConversationRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Keyed hash of brand, network, channel, person and opening")
        String conversationId,
    @Column(id = 3, doc = "Keyed hash of the person") String personId,
    @Column(id = 4, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 5, doc = "Social network, lower case") String network,
    @Column(id = 6, doc = "direct_message or public") String channel,
    @Column(id = 7, doc = "What the person wanted, over all inbound messages") List<String> intents,
    @Column(
            id = 8,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(id = 9, doc = "Messages of the person", unit = "count") long inboundMessageCount,
    @Column(id = 10, doc = "Messages that people at the brand wrote", unit = "count")
        long outboundMessageCount,
    @Column(id = 11, doc = "Automatic messages of the brand; they answer nothing", unit = "count")
        long automatedMessageCount,
    @Column(
            id = 12,
            doc = "From the first inbound message to the first human reply after it",
            unit = "seconds",
            nullMeans = "not answered yet, or the brand wrote first and the person never did")
        @Nullable Long firstResponseSeconds,
    @Column(
            id = 13,
            doc = "The same, counting only the business hours of the brand",
            unit = "seconds",
            nullMeans = "as first_response_seconds")
        @Nullable Long firstResponseBusinessSeconds,
    @Column(id = 14, doc = "True where the first message was the brand's") boolean isOpenedByBrand,
    @Column(id = 15, doc = "True where at least one intent was recognised") boolean isClassified,
    @Column(id = 16, doc = "True where intents could be read in the language of the messages")
        boolean isInLanguageModel,
    @Column(id = 17, doc = "First message") long openedAt,
    @Column(id = 18, doc = "Last message") long lastMessageAt,
    @Column(id = 19, doc = "First human reply", nullMeans = "not answered")
        @Nullable Long firstResponseAt,
    @PartitionColumn(doc = "Day of opened_at in the reporting time zone of the brand") int dt) {}
