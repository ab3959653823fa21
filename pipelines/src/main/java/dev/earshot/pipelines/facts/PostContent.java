package dev.earshot.pipelines.facts;

import dev.earshot.models.text.TextIssue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a post says and shows.
 *
 * @param text its text, mended
 * @param language ISO 639-1 code that the platform or the author stated, or null
 * @param mediaType a word of the source such as {@code image} or {@code video}, or null
 * @param issues what was mended in the text
 * @param links web addresses that it links to beside its text
 */
public record PostContent(
    String text,
    @Nullable String language,
    @Nullable String mediaType,
    Set<TextIssue> issues,
    List<String> links) {}
