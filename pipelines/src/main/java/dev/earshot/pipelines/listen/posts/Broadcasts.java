package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.run.RunTools;

/** Tells posts of a brand that speak to nobody in particular. For one thread. */
final class Broadcasts {
  private final RunTools bench;
  private final Tokenizer tokenizer = new Tokenizer();

  Broadcasts(RunTools bench) {
    this.bench = bench;
  }

  /**
   * Whether a post answers nobody but its own author, passes on no other post and names no account
   * but the brand's own.
   */
  boolean holds(PostVersion post, String brandId) {
    boolean isAnswer =
        post.relations().answeredId() == null
            ? post.relations().inReplyToPostId() != null
            : !post.relations().answeredId().equals(post.authorId());
    return !isAnswer && post.relations().repostOfPostId() == null && !namesAnother(post, brandId);
  }

  private boolean namesAnother(PostVersion post, String brandId) {
    if (post.content().text().indexOf('@') < 0) {
      return false;
    }
    Tokens tokens = tokenizer.tokenize(post.content().text());
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
