package dev.earshot.models.brands;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of accounts that are known by what people write: names that are shown to others, and
 * telephone numbers. Chat exports name both as they please: with marks for right-to-left text, with
 * other spaces, letters composed or not, in digits of other scripts.
 */
final class AccountName {
  /** The shortest numbers that are dialled from abroad have so many digits (ITU-T E.164). */
  private static final int FEWEST_DIGITS = 7;

  private static final int MOST_DIGITS = 15;
  private static final String SEPARATORS = "-./()";
  private static final String TRUNK = "(0)";

  private AccountName() {}

  /**
   * A name in one form: compatible characters and letter cases are the same, marks are left out.
   */
  static String folded(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = TextFolding.fold(text.charAt(i));
      boolean isSpace = c == ' ';
      boolean isLeft = isSpace && (plain.isEmpty() || plain.charAt(plain.length() - 1) == ' ');
      if (!isLeft && !isMark(c)) {
        plain.append(c);
      }
    }
    String folded = plain.toString().stripTrailing();
    // What two letters make of one, as of the German sharp s.
    return TextFolding.fold(folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
  }

  /**
   * The digits of an international telephone number, without the plus sign or the zeros before
   * them; null for what is none.
   *
   * @param isPlain whether digits alone count too, as ids of the WhatsApp API do
   */
  static @Nullable String phone(String account, boolean isPlain) {
    String text = folded(account);
    boolean isMarked = text.startsWith("+") || text.startsWith("00");
    if (!isMarked && !isPlain) {
      return null;
    }
    String number = text.replace(TRUNK, "");
    StringBuilder digits = new StringBuilder(number.length());
    for (int i = number.startsWith("+") ? 1 : 0; i < number.length(); i++) {
      char c = number.charAt(i);
      int digit = Character.digit(c, 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      } else if (c != ' ' && SEPARATORS.indexOf(c) < 0) {
        return null;
      }
    }
    if (digits.indexOf("00") == 0) {
      digits.delete(0, 2);
    }
    boolean isNumber = digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DIGITS;
    return isNumber ? digits.toString() : null;
  }

  /** The account as messages may show it: of a telephone number the last two digits alone. */
  static String shown(String account) {
    String digits = phone(account, false);
    return digits == null ? account : "+..." + digits.substring(digits.length() - 2);
  }
}
