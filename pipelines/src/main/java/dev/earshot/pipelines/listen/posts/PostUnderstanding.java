package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.domain.Understanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a post means.
 *
 * @param text what its text says, whichever brand it is about
 * @param mentions what it says of each brand, in the order of the matches
 * @param phrases its key phrases; none where it repeats another post
 * @param change that its writer left one of the brands for another, or null
 */
record PostUnderstanding(
    Understanding text,
    List<MentionUnderstanding> mentions,
    List<String> phrases,
    @Nullable Change change) {

  /**
   * A switch of brands.
   *
   * @param left which of the matches is left
   * @param other which of them gains
   */
  record Change(int left, int other) {}
}
