package dev.earshot.models.understanding;

import dev.earshot.models.text.Tokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parses a share of the texts, and a text that comes again only once as long as it is among the
 * 16,384 that are remembered. Which texts belong to the sample follows from their hash: the same on
 * every worker and in every run, and a smaller sample is part of a larger one.
 *
 * <p>Safe for use by several threads.
 */
public final class SampledParser {
  private static final Map<Double, SampledParser> SHARED = new ConcurrentHashMap<>();

  private final double share;
  private final Function<Tokens, TextParse> parser;
  private final TextCache<TextParse> cache = new TextCache<>(TextCache.DEFAULT_CAPACITY);

  SampledParser(double share, Function<Tokens, TextParse> parser) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is above 0 and at most 1, not " + share);
    }
    this.share = share;
    this.parser = parser;
  }

  /**
   * The process's one parser of a share of the texts, by {@link CoreNlpParser}.
   *
   * @param share of the texts, above 0 and at most 1
   * @throws MissingModelsException where the models are not on the class path
   */
  public static SampledParser of(double share) {
    return SHARED.computeIfAbsent(
        share, part -> new SampledParser(part, CoreNlpParser.create()::parse));
  }

  /** What is found in an English text; null where it is not in the sample. */
  public @Nullable TextParse parse(Tokens tokens) {
    TextHash hash = TextHash.of(tokens.text(), null, List.of());
    if ((hash.high() >>> 11) * 0x1p-53 >= share) {
      return null;
    }
    TextParse known = cache.get(hash);
    if (known != null) {
      return known;
    }
    TextParse parse = parser.apply(tokens);
    cache.put(hash, parse);
    return parse;
  }
}
