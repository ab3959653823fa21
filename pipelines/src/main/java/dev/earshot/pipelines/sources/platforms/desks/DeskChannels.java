package dev.earshot.pipelines.sources.platforms.desks;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Social networks by the words of desks for where a conversation takes place: Zendesk's via types,
 * Intercom's types of sources, Chatwoot's channels, Front's types of messages.
 */
final class DeskChannels {
  private static final String CHATWOOT = "channel::";

  private static final Map<String, String> NETWORKS =
      Map.ofEntries(
          Map.entry("facebook", "facebook"),
          Map.entry("facebookpage", "facebook"),
          Map.entry("facebook_messenger", "facebook"),
          Map.entry("messenger", "facebook"),
          Map.entry("instagram", "instagram"),
          Map.entry("instagram_dm", "instagram"),
          Map.entry("tweet", "x"),
          Map.entry("tweet_dm", "x"),
          Map.entry("twitter", "x"),
          Map.entry("twitterprofile", "x"),
          Map.entry("twitter_dm", "x"),
          Map.entry("twitter_favorite", "x"),
          Map.entry("twitter_like", "x"),
          Map.entry("whatsapp", "whatsapp"),
          Map.entry("telegram", "telegram"),
          Map.entry("line", "line"),
          Map.entry("tiktok", "tiktok"));

  private DeskChannels() {}

  /** The network that a desk's word says; null where it says none, such as a letter or a call. */
  static @Nullable String networkOf(String channel) {
    String word = channel.toLowerCase(Locale.ROOT);
    return NETWORKS.get(word.startsWith(CHATWOOT) ? word.substring(CHATWOOT.length()) : word);
  }
}
