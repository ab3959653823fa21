package dev.earshot.pipelines.sources.platforms.linkedin;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;

/** The formats of LinkedIn: its API for organisations, and the data that a member downloads. */
public final class LinkedInFormats {
  static final String NETWORK = "linkedin";

  private static final String DOWNLOAD =
      "LinkedIn, Settings and privacy, Data privacy, Get a copy of your data: ";

  public static final FormatSpec<Post> API =
      FormatSpec.of(Format.LINKEDIN_API, Post.class)
          .guide(
              "LinkedIn",
              "linkedin/*.json",
              "GET /rest/posts?q=author&author=urn:li:organization:ID; GET /rest/socialActions/URN/comments",
              "handles, language, likes and shares of posts, impressions, reach, followers")
          .markedBy(LinkedInFormats::isApi)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.LINKEDIN_API,
                      LinkedInPosts.ARRAYS,
                      new LinkedInPosts(),
                      context.limits()));

  public static final FormatSpec<Post> SHARES =
      FormatSpec.of(Format.LINKEDIN_DOWNLOAD, Post.class)
          .guide(
              "LinkedIn",
              "linkedin-export/Shares.csv",
              DOWNLOAD + "Shares.csv, Comments.csv",
              "the author (each post counts as of an unknown one), ids of comments, language, all counts")
          .markedByHeader(LinkedInShares::isHeader)
          .read(context -> new LinkedInShares(context.limits()));

  public static final FormatSpec<Message> MESSAGES =
      FormatSpec.of(Format.LINKEDIN_MESSAGES, Message.class)
          .guide(
              "LinkedIn",
              "linkedin-export/messages.csv",
              DOWNLOAD + "messages.csv; accounts are addresses of profiles",
              "ids of messages (a hash stands for each), language")
          .markedByHeader(LinkedInMessages::isHeader)
          .read(
              context ->
                  HeaderedCsv.messages(
                      Format.LINKEDIN_MESSAGES,
                      new LinkedInMessages(context.accounts())::row,
                      context.limits()));

  private LinkedInFormats() {}

  private static boolean isApi(DocumentShape shape) {
    return shape.has("elements/commentary", "elements/author")
        || shape.has("elements/actor", "elements/message/text", "elements/created/time")
        || shape.has("commentary", "author", "lifecycleState")
        || shape.has("actor", "message/text", "created/time", "object");
  }
}
