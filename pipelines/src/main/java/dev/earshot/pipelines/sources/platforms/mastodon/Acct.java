package dev.earshot.pipelines.sources.platforms.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of the fediverse as {@code name@host}, which is the same wherever it is read. A server
 * leaves the host out for accounts of its own and gives every account an id that it alone knows.
 */
final class Acct {
  private Acct() {}

  /**
   * The account of the API's {@code Account} or {@code Mention}; null where nothing tells its host.
   */
  static @Nullable String of(JsonNode account) {
    String acct = account.path("acct").asText();
    if (acct.indexOf('@') > 0) {
      return acct.toLowerCase(Locale.ROOT);
    }
    String url = host(account.path("url").asText());
    String host = url == null ? host(account.path("uri").asText()) : url;
    return acct.isEmpty() || host == null ? null : (acct + "@" + host).toLowerCase(Locale.ROOT);
  }

  /**
   * The account of an ActivityPub actor, named by the last part of its address, or by that of a
   * page of its own: newer servers give actors numbers.
   *
   * @param page the address of a post of it for people, such as {@code https://m.example/@kim/1}
   */
  static @Nullable String ofActor(String actor, String page) {
    String host = host(actor);
    int at = page.indexOf("/@");
    int end = page.indexOf('/', at + 2);
    String last = actor.substring(actor.lastIndexOf('/') + 1);
    String name = at > 0 && end > 0 ? page.substring(at + 2, end) : last;
    String plain = name.startsWith("@") ? name.substring(1) : name;
    return host == null || plain.isEmpty() || plain.indexOf('@') >= 0
        ? null
        : (plain + "@" + host).toLowerCase(Locale.ROOT);
  }

  /** The host of an address, or null. */
  static @Nullable String host(String address) {
    try {
      return address.isEmpty() ? null : URI.create(address).getHost();
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }
}
