package dev.earshot.models.topics;

import java.util.List;
import java.util.Map;

/**
 * One topic of a taxonomy. The maps' keys are ISO 639-1 codes.
 *
 * @param id stable name in tables, lower case
 * @param name for people
 * @param phrases any of which makes the topic occur
 * @param exclusions phrases within which a phrase of the topic does not count
 * @param examples texts in which the topic occurs
 * @param counterExamples texts in which it does not
 */
public record Topic(
    String id,
    String name,
    Map<String, List<String>> phrases,
    Map<String, List<String>> exclusions,
    Map<String, List<String>> examples,
    Map<String, List<String>> counterExamples) {}
