package dev.earshot.models.text;

import java.util.Locale;
import java.util.Set;

/**
 * Finds web addresses, with and without a scheme, and email addresses. A run of characters that was
 * found to be neither is not read again, so that hostile text costs linear time.
 */
final class LinkScanner {
  /** Top-level domains that are hardly ever a word after a forgotten space. */
  private static final Set<String> CERTAIN =
      Set.of(
          "com", "org", "net", "edu", "gov", "mil", "info", "biz", "io", "co", "tv", "ly", "gl",
          "uk", "de", "fr", "jp", "cn", "ru", "br", "au", "ca", "eu", "app", "dev", "social",
          "online", "shop", "xyz", "nl", "pl", "ch", "se", "dk", "mx", "za", "kr", "tr", "ua", "cz",
          "fm", "gg");

  private static final int LONGEST_TOP_LEVEL_DOMAIN = 24;

  private int readUntil;
  private int end;
  private boolean isEmail;

  /** Forgets the previous text. */
  void reset() {
    readUntil = 0;
  }

  /** The end of what {@link #find} found. */
  int end() {
    return end;
  }

  /** Whether {@link #find} found an email address rather than a web address. */
  boolean isEmail() {
    return isEmail;
  }

  /** Looks for an address that starts at {@code start}, an ASCII letter or digit. */
  boolean find(String text, int start) {
    isEmail = false;
    int scheme = schemeEnd(text, start);
    if (scheme > 0) {
      end = pathEnd(text, scheme);
      return end > scheme;
    }
    if (start < readUntil) {
      return false;
    }
    int host = start;
    boolean hasDot = false;
    while (host < text.length() && isLocalPart(text.charAt(host))) {
      hasDot |= text.charAt(host) == '.';
      host++;
    }
    readUntil = host;
    if (host < text.length() && text.charAt(host) == '@') {
      int domain = domainEnd(text, host + 1);
      if (domain > 0) {
        isEmail = true;
        end = domain;
        return true;
      }
      return false;
    }
    return hasDot && findWithoutScheme(text, start);
  }

  /** The end of a domain name with at least one dot and letters after the last, or -1. */
  static int domainEnd(String text, int start) {
    int i = start;
    int end = -1;
    int labelStart = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '.') {
        if (i == labelStart) {
          break;
        }
        labelStart = i + 1;
      } else if (!CharacterClass.isAsciiAlphanumeric(c) && c != '-') {
        break;
      } else if (labelStart > start && i > labelStart && isLetter(c)) {
        end = i + 1;
      }
      i++;
    }
    return end;
  }

  private boolean findWithoutScheme(String text, int start) {
    int domain = domainEnd(text, start);
    if (domain < 0) {
      return false;
    }
    int lastDot = text.lastIndexOf('.', domain - 1);
    if (domain - lastDot - 1 > LONGEST_TOP_LEVEL_DOMAIN) {
      return false;
    }
    boolean hasPath = domain + 1 < text.length() && text.charAt(domain) == '/';
    boolean isWeb = text.regionMatches(true, start, "www.", 0, 4) && lastDot > start + 3;
    boolean isKnown =
        CERTAIN.contains(text.substring(lastDot + 1, domain).toLowerCase(Locale.ROOT));
    boolean goesOn =
        domain < text.length()
            && (text.charAt(domain) == '_'
                || CharacterClass.isAsciiAlphanumeric(text.charAt(domain)));
    if (goesOn || !(isWeb || isKnown || (hasPath && isShortener(text, start, lastDot, domain)))) {
      return false;
    }
    boolean hasTail = domain < text.length() && "/?#:".indexOf(text.charAt(domain)) >= 0;
    end = hasTail ? pathEnd(text, domain) : domain;
    return true;
  }

  /** A short host with a two-letter top-level domain and a path, as {@code youtu.be/x}. */
  private static boolean isShortener(String text, int start, int lastDot, int domain) {
    return domain - lastDot == 3
        && CharacterClass.isAsciiAlphanumeric(text.charAt(domain + 1))
        && lastDot > start;
  }

  private static int schemeEnd(String text, int start) {
    char c = text.charAt(start);
    if (c == 'h' || c == 'H') {
      if (text.regionMatches(true, start, "https://", 0, 8)) {
        return start + 8;
      }
      return text.regionMatches(true, start, "http://", 0, 7) ? start + 7 : -1;
    }
    return (c == 'f' || c == 'F') && text.regionMatches(true, start, "ftp://", 0, 6)
        ? start + 6
        : -1;
  }

  private static int pathEnd(String text, int from) {
    int i = from;
    int open = 0;
    while (i < text.length() && isPathPart(text.charAt(i))) {
      char c = text.charAt(i);
      if (c == '(') {
        open++;
      } else if (c == ')' && --open < 0) {
        break;
      }
      i++;
    }
    while (i > from
        && isTrailing(text.charAt(i - 1))
        && !(text.charAt(i - 1) == ')' && open == 0)) {
      i--;
    }
    return i;
  }

  /** Visible ASCII but for quotation marks and angle brackets, and letters of alphabets. */
  private static boolean isPathPart(char c) {
    if (c < 0x80) {
      return c > ' ' && c != 0x7F && c != '"' && c != '<' && c != '>' && c != '|' && c != '`';
    }
    return c < 0x2000 && Character.isLetterOrDigit(c);
  }

  private static boolean isTrailing(char c) {
    return ".,!?;:'()[]{}*~_".indexOf(c) >= 0;
  }

  private static boolean isLocalPart(char c) {
    return CharacterClass.isAsciiAlphanumeric(c) || c == '.' || c == '_' || c == '+' || c == '-';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
