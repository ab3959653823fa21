package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.domain.Understanding;
import java.util.List;

/**
 * What a post means.
 *
 * @param text what its text says, whichever brand it is about
 * @param mentions what it says of each brand, in the order of the matches
 * @param phrases its key phrases; none where it repeats another post
 */
record PostUnderstanding(
    Understanding text, List<MentionUnderstanding> mentions, List<String> phrases) {}
