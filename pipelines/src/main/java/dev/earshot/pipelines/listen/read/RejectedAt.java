package dev.earshot.pipelines.listen.read;

import dev.earshot.models.domain.Rejection;

/**
 * A rejection with the range that it was met in; its line in the file follows once the lines of all
 * earlier ranges are known.
 */
public record RejectedAt(int source, long rangeStart, Rejection rejection)
    implements LedgerEntry.Note {}
