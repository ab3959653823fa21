package dev.earshot.pipelines.sources.fields;

/**
 * Amounts as spreadsheets and shops show them: {@code $1,200.00}, {@code 12.50 €} and, for money
 * that is paid back, {@code ($12.50)}. Unless it is known what a comma is, one without a point
 * behind it may be a decimal comma, so such a number is left as it is.
 */
final class MoneyCell {
  private MoneyCell() {}

  /**
   * The number alone, with a point; a cell of another form as it is.
   *
   * @param hasDecimalComma whether a comma stands before the cents, and points between thousands
   */
  static String number(String cell, boolean hasDecimalComma) {
    String text = cell.strip();
    boolean isInParentheses = text.startsWith("(") && text.endsWith(")");
    if (isInParentheses) {
      text = text.substring(1, text.length() - 1);
    }
    boolean isNegative = text.startsWith("-");
    text = withoutCurrency(isNegative ? text.substring(1) : text);
    if (!isNegative && text.startsWith("-")) {
      isNegative = true;
      text = text.substring(1);
    }
    if (text.isEmpty() || (isInParentheses && isNegative)) {
      return cell;
    }
    if (hasDecimalComma) {
      text = withPoint(text);
    }
    if (isInGroupsOfThree(text)) {
      text = text.replace(",", "");
    }
    return isInParentheses || isNegative ? "-" + text : text;
  }

  /** Points, or the blanks of other countries, become the commas between thousands. */
  private static String withPoint(String text) {
    String swapped = text.replace('.', ' ').replace(',', '.').replace(' ', ',');
    return swapped.indexOf('.') < 0 ? swapped + ".0" : swapped;
  }

  /** Digits with a comma before each three of them, a point and digits behind it. */
  private static boolean isInGroupsOfThree(String text) {
    int point = text.indexOf('.');
    if (text.indexOf(',') < 1 || point < 0 || point == text.length() - 1) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean isComma = i < point && (point - i) % 4 == 0;
      char c = text.charAt(i);
      if (i != point && (isComma ? c != ',' : c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static String withoutCurrency(String text) {
    int end = text.length();
    if (end > 1 && isCurrency(text.charAt(0))) {
      return text.substring(1).strip();
    }
    return end > 1 && isCurrency(text.charAt(end - 1)) ? text.substring(0, end - 1).strip() : text;
  }

  private static boolean isCurrency(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }
}
