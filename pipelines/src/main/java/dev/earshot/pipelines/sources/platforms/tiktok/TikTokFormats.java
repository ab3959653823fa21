package dev.earshot.pipelines.sources.platforms.tiktok;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.TieBreak;

/**
 * The formats of TikTok: the data of an account, as posts and as messages, and the Research API.
 */
public final class TikTokFormats {
  /** The data of an account holds posts and messages: it is read as what it was given as. */
  private static final TieBreak RIVALS =
      (kind, path) ->
          kind == RecordKind.POSTS
              ? Format.TIKTOK_DOWNLOAD
              : kind == RecordKind.MESSAGES ? Format.TIKTOK_DOWNLOAD_MESSAGES : null;

  private static final String ORIGIN =
      "TikTok, Settings and privacy, Account, Download your data, as JSON; one file for posts and"
          + " messages: give it as both";

  public static final FormatSpec<Post> DOWNLOAD =
      FormatSpec.of(Format.TIKTOK_DOWNLOAD, Post.class)
          .guide(
              "TikTok",
              "user_data_tiktok.json",
              ORIGIN,
              "the author (each post counts as of an unknown one), what comments answer, language, counts"
                  + " but likes")
          .markedBy(TikTokFormats::isDownload)
          .toldApartBy(RIVALS)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.TIKTOK_DOWNLOAD,
                      TikTokDownload.ARRAYS,
                      new TikTokDownload(),
                      context.limits()));

  public static final FormatSpec<Message> DOWNLOAD_MESSAGES =
      FormatSpec.of(Format.TIKTOK_DOWNLOAD_MESSAGES, Message.class)
          .guide(
              "TikTok",
              "user_data_tiktok.json",
              ORIGIN,
              "ids (handles stand for persons), language")
          .markedBy(TikTokFormats::isDownload)
          .toldApartBy(RIVALS)
          .read(
              context ->
                  DocumentSource.messages(
                      Format.TIKTOK_DOWNLOAD_MESSAGES,
                      DocumentSource.WHOLE,
                      new TikTokMessages(context.accounts().on(TikTokDownload.NETWORK)),
                      context.limits()));

  public static final FormatSpec<Post> RESEARCH =
      FormatSpec.of(Format.TIKTOK_RESEARCH, Post.class)
          .guide(
              "TikTok",
              "tiktok/*.json",
              "Research API: POST /v2/research/video/query with"
                  + " fields=id,username,create_time,video_description,like_count,comment_count,share_count,"
                  + "view_count; /v2/research/video/comment/list",
              "authors of comments, language, reach, followers")
          .markedBy(
              shape ->
                  shape.has("data/comments/video_id", "data/comments/create_time")
                      || shape.has("data/videos/video_description", "data/videos/create_time"))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.TIKTOK_RESEARCH,
                      TikTokResearch.ARRAYS,
                      new TikTokResearch(),
                      context.limits()));

  private TikTokFormats() {}

  private static boolean isDownload(DocumentShape shape) {
    return TikTokDownload.ARRAYS.stream().anyMatch(shape::has)
        || shape.hasAny(
            "Direct Message/Direct Messages/ChatHistory",
            "Direct Messages/Chat History/ChatHistory",
            "Direct Message/Chat History/ChatHistory",
            "Direct Messages/Direct Messages/ChatHistory");
  }
}
