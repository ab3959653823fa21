package dev.earshot.models.text;

import java.util.EnumSet;
import java.util.Set;

/**
 * Mends the characters of a text, in linear time. What happens to which:
 *
 * <ul>
 *   <li>mojibake is decoded where it is certain, see {@link Mojibake};
 *   <li>C1 controls, which are Windows-1252 that was read as Latin-1, become the characters that
 *       every browser shows for them (WHATWG Encoding Standard, windows-1252);
 *   <li>NUL and the other controls but tab, line feed and carriage return are dropped;
 *   <li>U+FEFF is dropped, at the beginning and inside (Unicode 15, 23.8);
 *   <li>embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) are dropped: they
 *       change how a text looks, and hide words from whoever compares letters (Boucher and Anderson
 *       2023, Trojan Source). The marks U+200E, U+200F and U+061C are spelling and stay;
 *   <li>half of a surrogate pair becomes U+FFFD.
 * </ul>
 */
public final class TextRepair {
  private static final char REPLACEMENT = 0xFFFD;
  private static final char BYTE_ORDER_MARK = 0xFEFF;

  private TextRepair() {}

  /** Mends a text; the same text without issues where nothing is wrong with it. */
  public static RepairedText repair(String text) {
    if (isClean(text)) {
      return new RepairedText(text, Set.of());
    }
    EnumSet<TextIssue> issues = EnumSet.noneOf(TextIssue.class);
    String bare = clean(text, false, issues);
    String decoded = Mojibake.decode(bare);
    if (!decoded.equals(bare)) {
      issues.add(TextIssue.MOJIBAKE);
    }
    return new RepairedText(clean(decoded, true, issues), issues);
  }

  /** Whether every character stays, and none can be part of mojibake. */
  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? !isLayout(c) : c >= 0x7F && !isPlain(text, i, c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLayout(char c) {
    return c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isPlain(String text, int i, char c) {
    if (c < 0xC0) {
      return c >= 0xA0;
    }
    if (c <= 0xFF) {
      int next = i + 1 < text.length() ? Mojibake.byteOf(text.charAt(i + 1)) : -1;
      return next < 0x80 || next > 0xBF;
    }
    return Character.isSurrogate(c)
        ? hasPartner(text, i)
        : c != BYTE_ORDER_MARK && !isBidiControl(c);
  }

  private static boolean hasPartner(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0
            && Character.isLowSurrogate(text.charAt(i))
            && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static boolean isBidiControl(char c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Mojibake may hold C1 controls: they are looked at when it has been decoded. */
  private static String clean(String text, boolean mendsC1, EnumSet<TextIssue> issues) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && !isLayout(c)) || c == 0x7F) {
        issues.add(TextIssue.CONTROL_CHARACTER);
      } else if (mendsC1 && c >= 0x80 && c < 0xA0) {
        issues.add(TextIssue.CONTROL_CHARACTER);
        char shown = Mojibake.windows1252(c);
        if (shown != c) {
          clean.append(shown);
        }
      } else if (c == BYTE_ORDER_MARK) {
        issues.add(TextIssue.BYTE_ORDER_MARK);
      } else if (isBidiControl(c)) {
        issues.add(TextIssue.BIDI_CONTROL);
      } else if (Character.isSurrogate(c) && !hasPartner(text, i)) {
        issues.add(TextIssue.LONE_SURROGATE);
        clean.append(REPLACEMENT);
      } else {
        clean.append(c);
      }
    }
    return clean.toString();
  }
}
