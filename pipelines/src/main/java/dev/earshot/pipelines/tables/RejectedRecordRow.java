package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "rejected_records",
    doc =
        "One input record that could not be read, with the place where it stands; holds nothing of"
            + " its text",
    key = {"source_name", "byte_offset", "line_number", "reason"},
    nextId = 10,
    retired = 6)
public record RejectedRecordRow(
    @Column(id = 1, doc = "The input file; a hash where platforms name the file after a person")
        String sourceName,
    @Column(id = 2, doc = "posts, messages, orders, identities, profiles or web-logs") String kind,
    @Column(id = 3, doc = "One of the closed list of reasons") String reason,
    @Column(id = 4, doc = "The field at fault", nullMeans = "the record as a whole is")
        @Nullable String field,
    @Column(id = 5, doc = "What a correct record has") String expected,
    @Column(
            id = 9,
            doc =
                "Keyed hash of the SHA-256 of the record as far as it was read: equal for equal"
                    + " records, tells nothing",
            nullMeans = "the fault is of the file")
        @Nullable String recordHash,
    @Column(id = 7, doc = "Line in the decompressed file, from 1") long lineNumber,
    @Column(id = 8, doc = "Byte in the decompressed file, from 0", unit = "bytes") long byteOffset,
    @PartitionColumn(doc = "The run") String runId) {}
