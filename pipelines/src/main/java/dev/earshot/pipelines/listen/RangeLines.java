package dev.earshot.pipelines.listen;

/** How many lines end in a range of a file. */
record RangeLines(int source, long rangeStart, long lines) {}
