package dev.earshot.pipelines.evaluate;

import dev.earshot.models.domain.TextSpan;

/** Finds where a text names a target: as words of their own, else anywhere, else written as one. */
final class TargetPlace {
  private TargetPlace() {}

  /** The first place, or {@link TextSpan#WHOLE} where the text does not name the target. */
  static TextSpan in(String text, String target) {
    if (target.isEmpty()) {
      return TextSpan.WHOLE;
    }
    int anywhere = -1;
    for (int at = find(text, target, 0); at >= 0; at = find(text, target, at + 1)) {
      anywhere = anywhere < 0 ? at : anywhere;
      int end = at + target.length();
      boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (starts && ends) {
        return new TextSpan(at, end);
      }
    }
    if (anywhere >= 0) {
      return new TextSpan(anywhere, anywhere + target.length());
    }
    String joined = target.replace(" ", "");
    int at = joined.length() < target.length() ? find(text, joined, 0) : -1;
    return at < 0 ? TextSpan.WHOLE : new TextSpan(at, at + joined.length());
  }

  private static int find(String text, String target, int from) {
    for (int at = from; at + target.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, target, 0, target.length())) {
        return at;
      }
    }
    return -1;
  }
}
