package dev.earshot.models.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells the visitor's address where a request came through proxies. Each proxy adds the address
 * that it was called from at the end of {@code X-Forwarded-For}, or of {@code Forwarded} (RFC
 * 7239); what stands before is what the visitor sent, which may be anything. So the chain is read
 * from its end: past as many proxies as are trusted, or, where their number is not known, past
 * addresses of private networks.
 */
public final class ClientAddress {
  private static final List<String> PRIVATE =
      List.of("10.", "127.", "192.168.", "169.254.", "::1", "fc", "fd", "fe80:");
  private static final int LONGEST = 45;

  private ClientAddress() {}

  /**
   * The visitor's address.
   *
   * @param address who called the server, or null
   * @param forwardedFor the header as it came, either of the two, or null
   * @param trustedProxies how many proxies stand before the server; null where it is not known
   */
  public static @Nullable String of(
      @Nullable String address, @Nullable String forwardedFor, @Nullable Integer trustedProxies) {
    if (forwardedFor == null) {
      return address;
    }
    List<String> chain = new ArrayList<>();
    for (String part : forwardedFor.split(",", -1)) {
      chain.add(plain(part));
    }
    if (address != null) {
      chain.add(address);
    }
    int at = chain.size() - 1;
    String found = address;
    int passed = 0;
    while (at > 0 && isPassed(chain.get(at), passed, trustedProxies)) {
      at--;
      passed++;
      if (!isAddress(chain.get(at))) {
        break;
      }
      found = chain.get(at);
    }
    return found == null && isAddress(chain.get(at)) ? chain.get(at) : found;
  }

  private static boolean isPassed(String address, int passed, @Nullable Integer trustedProxies) {
    return trustedProxies == null ? isPrivate(address) : passed < trustedProxies;
  }

  /** An element without its name, quotes, brackets and port. */
  private static String plain(String part) {
    String text = part.strip();
    for (String pair : text.split(";", -1)) {
      String lower = pair.strip().toLowerCase(Locale.ROOT);
      if (lower.startsWith("for=")) {
        text = pair.strip().substring("for=".length());
      }
    }
    text = text.replace("\"", "").strip();
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? text : text.substring(1, end);
    }
    int colon = text.indexOf(':');
    boolean hasPort = colon > 0 && text.indexOf(':', colon + 1) < 0;
    return hasPort ? text.substring(0, colon) : text;
  }

  /** Digits, letters of hexadecimal numbers, dots and colons: no name, and no {@code unknown}. */
  private static boolean isAddress(String text) {
    boolean hasMark = text.indexOf('.') > 0 || text.indexOf(':') >= 0;
    return hasMark
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
  }

  /** Networks that nobody on the Internet calls from: RFC 1918, RFC 4193, RFC 6598 and loopback. */
  private static boolean isPrivate(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return PRIVATE.stream().anyMatch(lower::startsWith)
        || isSecondBetween(lower, "172.", 16, 31)
        || isSecondBetween(lower, "100.", 64, 127)
        || lower.equals("unix:");
  }

  private static boolean isSecondBetween(String address, String first, int low, int high) {
    int dot = address.indexOf('.', first.length());
    if (!address.startsWith(first) || dot < 0 || dot - first.length() > 3) {
      return false;
    }
    String second = address.substring(first.length(), dot);
    boolean isNumber =
        !second.isEmpty() && second.chars().allMatch(c -> Character.digit(c, 10) >= 0);
    return isNumber && Integer.parseInt(second) >= low && Integer.parseInt(second) <= high;
  }
}
