package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.canonical.CanonicalFormats;
import dev.earshot.pipelines.sources.platforms.bluesky.BlueskyPosts;
import dev.earshot.pipelines.sources.platforms.desks.DeskFormats;
import dev.earshot.pipelines.sources.platforms.desks.DeskTables;
import dev.earshot.pipelines.sources.platforms.discord.DiscordFormats;
import dev.earshot.pipelines.sources.platforms.linkedin.LinkedInFormats;
import dev.earshot.pipelines.sources.platforms.mastodon.MastodonFormats;
import dev.earshot.pipelines.sources.platforms.meta.MetaDownloadFormats;
import dev.earshot.pipelines.sources.platforms.meta.MetaFormats;
import dev.earshot.pipelines.sources.platforms.misskey.MisskeyNotes;
import dev.earshot.pipelines.sources.platforms.reddit.RedditFormats;
import dev.earshot.pipelines.sources.platforms.reviews.ReviewFormats;
import dev.earshot.pipelines.sources.platforms.support.SupportConversations;
import dev.earshot.pipelines.sources.platforms.telegram.TelegramFormats;
import dev.earshot.pipelines.sources.platforms.tiktok.TikTokFormats;
import dev.earshot.pipelines.sources.platforms.whatsapp.WhatsAppExport;
import dev.earshot.pipelines.sources.platforms.x.XFormats;
import dev.earshot.pipelines.sources.platforms.youtube.YouTubeItems;
import dev.earshot.pipelines.sources.platforms.youtube.YouTubeTakeout;
import dev.earshot.pipelines.sources.platforms.youtube.YtDlp;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.SourceContext;
import dev.earshot.pipelines.sources.tabular.MappedFormats;
import dev.earshot.pipelines.sources.weblogs.WebLogFormats;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The list of all formats: what can be read. A format that is not listed here does not exist. */
public final class Formats {
  /** One for each {@link Format}, in the order of their declaration. */
  public static final List<FormatSpec<?>> ALL =
      List.of(
          CanonicalFormats.POSTS,
          CanonicalFormats.MESSAGES,
          MappedFormats.POSTS_CSV,
          MappedFormats.MESSAGES_CSV,
          MappedFormats.POSTS_PARQUET,
          MappedFormats.MESSAGES_PARQUET,
          XFormats.API_V2,
          XFormats.API_V2_MESSAGES,
          XFormats.API_V1,
          XFormats.API_V1_MESSAGES,
          XFormats.WEB,
          XFormats.ARCHIVE,
          XFormats.ARCHIVE_MESSAGES,
          MastodonFormats.API,
          MastodonFormats.OUTBOX,
          MisskeyNotes.FORMAT,
          BlueskyPosts.FORMAT,
          RedditFormats.API,
          RedditFormats.API_MESSAGES,
          RedditFormats.CSV,
          RedditFormats.ACCOUNT,
          YouTubeItems.FORMAT,
          YouTubeTakeout.FORMAT,
          YtDlp.FORMAT,
          MetaFormats.FACEBOOK,
          MetaFormats.FACEBOOK_MESSAGES,
          MetaFormats.INSTAGRAM,
          MetaFormats.MESSENGER_EXPORT,
          MetaFormats.INSTAGRAM_EXPORT,
          MetaDownloadFormats.FACEBOOK,
          MetaDownloadFormats.INSTAGRAM,
          MetaDownloadFormats.THREADS,
          TikTokFormats.DOWNLOAD,
          TikTokFormats.DOWNLOAD_MESSAGES,
          TikTokFormats.RESEARCH,
          TelegramFormats.POSTS,
          TelegramFormats.MESSAGES,
          WhatsAppExport.FORMAT,
          DiscordFormats.POSTS,
          DiscordFormats.MESSAGES,
          SupportConversations.FORMAT,
          DeskFormats.ZENDESK,
          DeskFormats.INTERCOM,
          DeskFormats.FRESHDESK,
          DeskFormats.CHATWOOT,
          DeskFormats.FRONT,
          DeskTables.FRONT,
          DeskTables.INTERCOM,
          DeskTables.HOOTSUITE_CSV,
          DeskTables.HOOTSUITE_MESSAGES_CSV,
          ReviewFormats.APP_STORE,
          ReviewFormats.GOOGLE_PLAY,
          ReviewFormats.GOOGLE_PLAY_CSV,
          ReviewFormats.TRUSTPILOT,
          ReviewFormats.TRUSTPILOT_CSV,
          ReviewFormats.GOOGLE_BUSINESS,
          LinkedInFormats.API,
          LinkedInFormats.SHARES,
          LinkedInFormats.MESSAGES,
          CanonicalFormats.ORDERS,
          MappedFormats.ORDERS_CSV,
          CanonicalFormats.IDENTITIES,
          MappedFormats.IDENTITIES_CSV,
          CanonicalFormats.PROFILES,
          MappedFormats.PROFILES_CSV,
          WebLogFormats.ACCESS_LOG,
          WebLogFormats.W3C,
          WebLogFormats.ELB,
          WebLogFormats.HITS,
          WebLogFormats.GA4,
          WebLogFormats.GA4_PARQUET,
          WebLogFormats.PLAUSIBLE,
          WebLogFormats.MATOMO);

  private static final Map<Format, FormatSpec<?>> BY_FORMAT = new EnumMap<>(Format.class);

  static {
    ALL.forEach(spec -> BY_FORMAT.put(spec.format(), spec));
  }

  private Formats() {}

  /** The declaration of a format. */
  public static FormatSpec<?> of(Format format) {
    return Objects.requireNonNull(BY_FORMAT.get(format), format.code());
  }

  /**
   * Opens a file of that format.
   *
   * @param recordType the class of its records, which must be of the format's kind
   */
  public static <T> Source<T> open(Format format, Class<T> recordType, SourceContext context) {
    FormatSpec<?> spec = of(format);
    if (spec.recordType() != recordType) {
      throw new IllegalArgumentException(
          "no " + recordType.getSimpleName() + " in " + format.code());
    }
    @SuppressWarnings("unchecked") // Its records are of that class.
    FormatSpec<T> typed = (FormatSpec<T>) spec;
    return typed.open(context);
  }

  /** The documentation page. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Formats

            Made by `scripts/earshot formats`. What is read of them and how: [input-format.md](input-format.md).
            """);
    ALL.forEach(spec -> page.append(spec.section()));
    return page.toString();
  }
}
