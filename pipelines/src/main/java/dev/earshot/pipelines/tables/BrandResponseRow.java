package dev.earshot.pipelines.tables;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "brand_responses",
    doc =
        "One public reply of a brand to a post of somebody else that is in the input and at most 28"
            + " days older",
    key = {"brand_id", "responded_at", "network", "response_post_id"},
    nextId = 12,
    isRestricted = true)
public record BrandResponseRow(
    @Column(id = 1, doc = "The brand, as the brand file names it") String brandId,
    @Column(id = 2, doc = "Keyed hash of the id of the brand's reply") String responsePostId,
    @Column(id = 3, doc = "Keyed hash of the id of the post that it answers") String answeredPostId,
    @Column(id = 4, doc = "Keyed hash of the person who is answered") String personId,
    @Column(id = 5, doc = "Run that wrote the row; see pipeline_runs") String runId,
    @Column(id = 6, doc = "Social network, lower case") String network,
    @Column(
            id = 7,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(id = 8, doc = "From the post to the reply, calendar time", unit = "seconds")
        long delaySeconds,
    @Column(
            id = 9,
            doc = "From the post to the reply, counting only the business hours of the brand",
            unit = "seconds")
        long delayBusinessSeconds,
    @Column(id = 10, doc = "When the answered post was posted") long answeredAt,
    @Column(id = 11, doc = "When the reply was posted") long respondedAt,
    @PartitionColumn(doc = "Day of responded_at in the reporting time zone of the brand") int dt) {}
