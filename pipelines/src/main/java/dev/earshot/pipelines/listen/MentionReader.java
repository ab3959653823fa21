package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.sentiment.Comparison;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import dev.earshot.models.topics.KeyPhrases;
import dev.earshot.models.understanding.TextAnalyzer;
import java.util.ArrayList;
import java.util.List;

/** Reads a post for the brands that it is about. For one thread: the tools are used again. */
final class MentionReader {
  private final Workbench bench;
  private final TextAnalyzer analyzer;
  private final Tokenizer tokenizer = new Tokenizer();
  private final KeyPhrases keyPhrases = new KeyPhrases();

  private MentionReader(Workbench bench) {
    this.bench = bench;
    this.analyzer = bench.analyzer();
  }

  static MentionReader of(Workbench bench) {
    return new MentionReader(bench);
  }

  /**
   * What a post means.
   *
   * @param matches the brands, at least one
   * @param isCanonical whether its key phrases count; those of a repost do not
   */
  PostMeaning read(PostVersion post, List<BrandMatch> matches, boolean isCanonical) {
    List<TextSpan> targets = new ArrayList<>(matches.size());
    for (BrandMatch match : matches) {
      targets.add(match.spans().isEmpty() ? TextSpan.WHOLE : match.spans().get(0));
    }
    Understanding text = analyzer.understand(post.text(), post.language(), targets);
    boolean isEnglish = "en".equals(text.language());
    Tokens tokens = tokenizer.tokenize(post.text());
    boolean isDeparture = matches.size() > 1 || text.intents().contains(Intent.CHURN_INTENT);
    List<MentionMeaning> mentions = new ArrayList<>(matches.size());
    for (int i = 0; i < matches.size(); i++) {
      BrandMatch match = matches.get(i);
      mentions.add(
          MentionMeaning.of(
              text,
              i,
              bench.topicsFor(match.brandId(), text.topics()),
              isEnglish ? Comparison.switchOf(tokens, match.spans(), isDeparture) : null));
    }
    return new PostMeaning(
        text, mentions, isCanonical ? keyPhrases.of(tokens, isEnglish) : List.of());
  }
}
