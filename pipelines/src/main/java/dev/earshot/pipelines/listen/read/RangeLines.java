package dev.earshot.pipelines.listen.read;

/** How many lines end in a range of a file. */
public record RangeLines(int source, long rangeStart, long lines) implements LedgerEntry.Note {}
