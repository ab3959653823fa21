package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.facts.BrandSources;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.facts.SourceKind;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * From when to when the input says anything of a brand, by kind of record. All records that are
 * read count, also those outside of the run's dates: a run over dates knows the input's bounds as a
 * whole run does.
 *
 * @param mentions posts of others that name it or answer its account
 * @param ownPosts its own posts that answer nobody
 * @param messages direct messages from or to it
 * @param requests requests of its site
 */
public record BrandSpans(
    @Nullable Span mentions,
    @Nullable Span ownPosts,
    @Nullable Span messages,
    @Nullable Span requests)
    implements Serializable {
  /** Of nothing. */
  public static final BrandSpans NONE = new BrandSpans(null, null, null, null);

  /** From the first record to the last, UTC microseconds. */
  public record Span(long firstMicros, long lastMicros) implements Serializable {}

  /** The spans of what the input has of a brand. */
  public static BrandSpans of(BrandSources sources) {
    return new BrandSpans(
        span(sources, SourceKind.MENTIONS),
        span(sources, SourceKind.OWN_POSTS),
        span(sources, SourceKind.MESSAGES),
        span(sources, SourceKind.WEB_LOGS));
  }

  private static @Nullable Span span(BrandSources sources, SourceKind kind) {
    Span span = null;
    for (SourceDay day : sources.days()) {
      if (day.cell().kind() == kind) {
        span =
            new Span(
                span == null ? day.firstMicros() : Math.min(span.firstMicros, day.firstMicros()),
                span == null ? day.lastMicros() : Math.max(span.lastMicros, day.lastMicros()));
      }
    }
    return span;
  }
}
