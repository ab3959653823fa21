package dev.earshot.models.understanding;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.text.Tokens;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Understands a text that comes again only once, as long as it is remembered: a {@link TextCache}
 * in front of another analyzer, by a hash of all arguments.
 */
public final class CachingAnalyzer implements TextAnalyzer {
  private final TextAnalyzer analyzer;
  private final TextCache<Understanding> cache;

  private CachingAnalyzer(TextAnalyzer analyzer, int capacity) {
    this.analyzer = analyzer;
    this.cache = new TextCache<>(capacity);
  }

  /** A cache of 16,384 texts: about 5 MB. */
  public static CachingAnalyzer of(TextAnalyzer analyzer) {
    return new CachingAnalyzer(analyzer, TextCache.DEFAULT_CAPACITY);
  }

  /**
   * A cache of another size.
   *
   * @param capacity texts, at least 8; rounded down to a power of two
   */
  public static CachingAnalyzer of(TextAnalyzer analyzer, int capacity) {
    return new CachingAnalyzer(analyzer, capacity);
  }

  @Override
  public Understanding understand(
      String text, @Nullable String statedLanguage, List<TextSpan> targets) {
    return remembered(
        TextHash.of(text, statedLanguage, targets),
        () -> analyzer.understand(text, statedLanguage, targets));
  }

  @Override
  public Understanding understand(
      Tokens tokens, @Nullable String statedLanguage, List<TextSpan> targets) {
    return remembered(
        TextHash.of(tokens.text(), statedLanguage, targets),
        () -> analyzer.understand(tokens, statedLanguage, targets));
  }

  private Understanding remembered(TextHash hash, Supplier<Understanding> otherwise) {
    Understanding known = cache.get(hash);
    if (known != null) {
      return known;
    }
    Understanding understanding = otherwise.get();
    cache.put(hash, understanding);
    return understanding;
  }
}
