package dev.earshot.pipelines.listen.read;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * From when to when the input says anything of a brand, by kind of record. All records that are
 * read count, also those outside of the run's dates: a run over dates knows the input's bounds as a
 * whole run does.
 *
 * @param mentions posts of others that name it
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

  /** What a record is. */
  public enum Kind {
    MENTION,
    OWN_POST,
    MESSAGE,
    REQUEST
  }

  /** From the first record to the last, UTC microseconds. */
  public record Span(long firstMicros, long lastMicros) implements Serializable {
    private static @Nullable Span plus(@Nullable Span one, @Nullable Span other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      return new Span(
          Math.min(one.firstMicros, other.firstMicros), Math.max(one.lastMicros, other.lastMicros));
    }
  }

  static BrandSpans of(Kind kind, long micros) {
    Span span = new Span(micros, micros);
    return switch (kind) {
      case MENTION -> new BrandSpans(span, null, null, null);
      case OWN_POST -> new BrandSpans(null, span, null, null);
      case MESSAGE -> new BrandSpans(null, null, span, null);
      case REQUEST -> new BrandSpans(null, null, null, span);
    };
  }

  boolean holds(Kind kind, long micros) {
    Span span = of(kind);
    return span != null && span.firstMicros <= micros && micros <= span.lastMicros;
  }

  private @Nullable Span of(Kind kind) {
    return switch (kind) {
      case MENTION -> mentions;
      case OWN_POST -> ownPosts;
      case MESSAGE -> messages;
      case REQUEST -> requests;
    };
  }

  /** Both together. */
  public BrandSpans plus(BrandSpans other) {
    return new BrandSpans(
        Span.plus(mentions, other.mentions),
        Span.plus(ownPosts, other.ownPosts),
        Span.plus(messages, other.messages),
        Span.plus(requests, other.requests));
  }
}
