package dev.earshot.models.topics;

import java.util.List;
import java.util.Map;

/**
 * One topic of a taxonomy. The maps' keys are ISO 639-1 codes.
 *
 * @param id stable name in tables, lower case
 * @param name for people
 * @param labels what else labelled files call it
 * @param phrases any of which makes the topic occur
 * @param hints phrases that speak for the topic when the main topic of a text is chosen, half as
 *     much as {@code phrases}, without making it occur
 * @param exclusions phrases within which a phrase or hint of the topic does not count
 * @param examples texts in which the topic occurs
 * @param counterExamples texts in which it does not
 */
public record Topic(
    String id,
    String name,
    List<String> labels,
    Map<String, List<String>> phrases,
    Map<String, List<String>> hints,
    Map<String, List<String>> exclusions,
    Map<String, List<String>> examples,
    Map<String, List<String>> counterExamples) {}
