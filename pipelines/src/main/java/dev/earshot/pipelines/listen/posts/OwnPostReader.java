package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import dev.earshot.models.understanding.TextAnalyzer;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.facts.RelationFact.OwnPost;
import dev.earshot.pipelines.run.RunTools;
import java.util.List;

/** Reads what a brand posts: to whom, and about what. For one thread. */
final class OwnPostReader {
  private final RunTools bench;
  private final TextAnalyzer analyzer;
  private final Tokenizer tokenizer = new Tokenizer();

  OwnPostReader(RunTools bench) {
    this.bench = bench;
    this.analyzer = bench.analyzer();
  }

  /** A post of a brand; what it passes on are not its own words. */
  OwnPost read(PostVersion post, String brandId) {
    if (post.relations().repostOfPostId() != null) {
      return new OwnPost(false, List.of());
    }
    Tokens tokens = tokenizer.tokenize(post.content().text());
    List<String> topics =
        analyzer.understand(tokens, post.content().language(), List.of()).topics();
    boolean isBroadcast = !answersAnother(post) && !namesAnother(post, brandId, tokens);
    return new OwnPost(isBroadcast, bench.topicsFor(brandId, topics));
  }

  private static boolean answersAnother(PostVersion post) {
    return post.relations().answeredId() == null
        ? post.relations().inReplyToPostId() != null
        : !post.relations().answeredId().equals(post.authorId());
  }

  private boolean namesAnother(PostVersion post, String brandId, Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.type(i) == TokenType.HANDLE) {
        String name = post.content().text().substring(tokens.start(i) + 1, tokens.end(i));
        if (!brandId.equals(bench.ownerOf(post.network(), name, name))) {
          return true;
        }
      }
    }
    return false;
  }
}
