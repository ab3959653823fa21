package dev.earshot.models.referrals;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an address as browsers send it, read without complaint: whatever follows no rule is
 * taken as it stands.
 *
 * @param host lower case, without {@code www.}, user and port; empty where there is none
 * @param path with its slash; empty where there is none
 * @param query without its question mark; empty where there is none
 */
public record WebAddress(String host, String path, String query) {
  private static final int MAX_LENGTH = 8192;

  /** Reads an address with a scheme, or one that begins with its host. */
  public static WebAddress of(String address) {
    String text = address.length() > MAX_LENGTH ? address.substring(0, MAX_LENGTH) : address;
    int scheme = text.indexOf("://");
    int first = firstOf(text, 0, "/?#");
    int start = scheme >= 0 && scheme < first ? scheme + 3 : text.startsWith("//") ? 2 : 0;
    int end = firstOf(text, start, "/?#");
    return new WebAddress(
        host(text.substring(start, end)),
        pathOf(text.substring(end)),
        queryOf(text.substring(end)));
  }

  /** Reads what a request asks for: a path and a query, or, from proxies, a whole address. */
  public static WebAddress ofTarget(String target) {
    if (!target.startsWith("/")) {
      return of(target);
    }
    return new WebAddress("", pathOf(target), queryOf(target));
  }

  private static String host(String authority) {
    int user = authority.lastIndexOf('@');
    String host = authority.substring(user + 1);
    if (!host.startsWith("[")) {
      int port = host.indexOf(':');
      host = port < 0 ? host : host.substring(0, port);
    }
    host = host.toLowerCase(Locale.ROOT);
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static String pathOf(String rest) {
    return rest.startsWith("/") ? rest.substring(0, firstOf(rest, 0, "?#")) : "";
  }

  private static String queryOf(String rest) {
    int end = firstOf(rest, 0, "#");
    int mark = rest.indexOf('?');
    return mark < 0 || mark > end ? "" : rest.substring(mark + 1, end);
  }

  private static int firstOf(String text, int from, String characters) {
    for (int i = from; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  /**
   * The domain that can be registered, such as {@code example.co.uk}, by the public suffix list;
   * the host itself where there is none.
   */
  public String domain() {
    return domainOf(host);
  }

  static String domainOf(String host) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
    return domain == null ? host : domain;
  }

  /** The host with {@code {}} for its public suffix; null where it has none. */
  @Nullable String hostOfAnySuffix() {
    EffectiveTldFinder.EffectiveTLD suffix = EffectiveTldFinder.getEffectiveTLD(host, true);
    String name = suffix == null ? "" : suffix.getDomain();
    return name.isEmpty() || name.length() >= host.length() || !host.endsWith("." + name)
        ? null
        : host.substring(0, host.length() - name.length()) + "{}";
  }

  /** The first value of a parameter, decoded; null where it is not given or is empty. */
  public @Nullable String parameter(String name) {
    String[] found = new String[1];
    forEachParameter(
        (key, value) -> {
          if (!key.equals(name) || value.isEmpty()) {
            return true;
          }
          found[0] = decode(value);
          return false;
        });
    return found[0];
  }

  /** Gives each parameter, its value not decoded, until {@code more} says false. */
  void forEachParameter(BiPredicate<String, String> more) {
    int from = 0;
    while (from < query.length()) {
      int end = firstOf(query, from, "&;");
      int equals = query.indexOf('=', from);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      String value = nameEnd == end ? "" : query.substring(nameEnd + 1, end);
      if (!more.test(query.substring(from, nameEnd), value)) {
        return;
      }
      from = end + 1;
    }
  }

  /**
   * Undoes percent encoding, plus signs too; what is not well-formed stays as it is. CloudFront and
   * redirects encode what is encoded: {@code warm%2520cap}.
   */
  static String decode(String text) {
    String once = decodeOnce(text);
    return text.contains("%25") && hasEscape(once) ? decodeOnce(once.replace("+", "%2B")) : once;
  }

  private static boolean hasEscape(String text) {
    for (int i = text.indexOf('%'); i >= 0 && i + 2 < text.length(); i = text.indexOf('%', i + 1)) {
      if (Character.digit(text.charAt(i + 1), 16) >= 0
          && Character.digit(text.charAt(i + 2), 16) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String decodeOnce(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
