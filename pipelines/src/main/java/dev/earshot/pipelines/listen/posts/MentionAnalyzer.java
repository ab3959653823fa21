package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.SwitchDirection;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.sentiment.Comparison;
import dev.earshot.models.sentiment.SwitchStatement;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import dev.earshot.models.topics.KeyPhrases;
import dev.earshot.models.understanding.BrandIntents;
import dev.earshot.models.understanding.SampledParser;
import dev.earshot.models.understanding.TextAnalyzer;
import dev.earshot.models.understanding.TextParse;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.listen.posts.PostUnderstanding.Change;
import dev.earshot.pipelines.run.RunTools;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a post for the brands that it is about. For one thread: the tools are used again. */
final class MentionAnalyzer {
  private final RunTools bench;
  private final TextAnalyzer analyzer;
  private final @Nullable SampledParser parser;
  private final Tokenizer tokenizer = new Tokenizer();
  private final KeyPhrases keyPhrases = new KeyPhrases();

  private MentionAnalyzer(RunTools bench) {
    this.bench = bench;
    this.analyzer = bench.analyzer();
    this.parser = bench.parser();
  }

  static MentionAnalyzer of(RunTools bench) {
    return new MentionAnalyzer(bench);
  }

  /**
   * What a post means.
   *
   * @param matches the brands, at least one
   * @param isCanonical whether its key phrases count; those of a repost do not
   */
  PostUnderstanding read(PostVersion post, List<BrandMatch> matches, boolean isCanonical) {
    List<TextSpan> targets = new ArrayList<>(matches.size());
    for (BrandMatch match : matches) {
      targets.add(match.spans().isEmpty() ? TextSpan.WHOLE : match.spans().get(0));
    }
    Tokens tokens = tokenizer.tokenize(post.content().text());
    Understanding text = analyzer.understand(tokens, post.content().language(), targets);
    boolean isEnglish = "en".equals(text.language());
    boolean isDeparture = matches.size() > 1 || text.intents().contains(Intent.CHURN_INTENT);
    boolean isOneAddressed = matches.stream().filter(PostRows::addresses).count() == 1;
    TextParse parse = parser == null || !isEnglish ? null : parser.parse(tokens);
    List<Sentiment> sentiments = text.targetSentiments();
    List<MentionUnderstanding> mentions = new ArrayList<>(matches.size());
    List<List<TextSpan>> places = new ArrayList<>(matches.size());
    for (int i = 0; i < matches.size(); i++) {
      BrandMatch match = matches.get(i);
      boolean isAddressed = isOneAddressed && PostRows.addresses(match);
      List<TextSpan> named =
          isAddressed ? BrandIntents.spans(tokens, match.spans()) : match.spans();
      places.add(named);
      SwitchDirection direction =
          isEnglish ? Comparison.switchOf(tokens, named, isDeparture) : null;
      mentions.add(
          new MentionUnderstanding(
              text,
              targets.get(i),
              sentiments.isEmpty() ? null : sentiments.get(i),
              sentiments.isEmpty() ? missingReason(text) : null,
              BrandIntents.toward(text.intents(), direction),
              bench.topicsFor(match.brandId(), text.topics()),
              direction,
              parse));
    }
    return new PostUnderstanding(
        text,
        mentions,
        isCanonical ? keyPhrases.of(tokens, isEnglish) : List.of(),
        change(tokens, mentions, places));
  }

  /** Where one brand is left and one gains; of several nobody knows who is meant. */
  private static @Nullable Change change(
      Tokens tokens, List<MentionUnderstanding> mentions, List<List<TextSpan>> places) {
    int left = only(SwitchDirection.FROM, mentions);
    int other = only(SwitchDirection.TO, mentions);
    return left >= 0
            && other >= 0
            && SwitchStatement.isOne(tokens, places.get(left), places.get(other))
        ? new Change(left, other)
        : null;
  }

  private static int only(SwitchDirection direction, List<MentionUnderstanding> mentions) {
    int only = -1;
    for (int i = 0; i < mentions.size(); i++) {
      if (mentions.get(i).switchDirection() == direction) {
        if (only >= 0) {
          return -1;
        }
        only = i;
      }
    }
    return only;
  }

  private static String missingReason(Understanding text) {
    return text.language() == null ? "unknown_language" : "no_model_for_language";
  }
}
