package dev.earshot.models.brands;

import dev.earshot.models.text.TextPattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a handle, a hashtag, a domain, a name and an id may look like, and their stored form. */
final class NameSyntax {
  static final int LONGEST_NAME = 200;

  /** Signs of regular expressions that no brand has in its name. */
  private static final List<String> OF_PATTERNS =
      List.of(".*", ".+", ".?", "\\", "[", "]", "{", "}", "|", "^", "(?");

  /** The stored form, or what is wrong with the value. */
  record Result(String value, @Nullable String problem) {}

  /** Reads one kind of name. */
  interface Rule {
    Result read(String value);
  }

  private NameSyntax() {}

  static boolean isId(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean first = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!first && (i == 0 || (c != '_' && c != '-'))) {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= LONGEST_NAME;
  }

  static boolean hasSpace(String value) {
    return TextFolding.fold(value).indexOf(' ') >= 0;
  }

  /** A handle, without its at sign; {@code name@host} as in Mastodon. */
  static Result handle(String value) {
    String handle = TextFolding.fold(value.startsWith("@") ? value.substring(1) : value);
    if (hasSpace(handle)) {
      return new Result("", "has a space; expected a handle such as deltaassist");
    }
    int host = handle.indexOf('@');
    boolean ok =
        isHandlePart(host < 0 ? handle : handle.substring(0, host))
            && (host < 0 || isHandlePart(handle.substring(host + 1)));
    return ok
        ? new Result(handle, null)
        : new Result("", "is not a handle; expected letters, digits, '_', '.' and '-'");
  }

  /** A hashtag, without its number sign, in any script. */
  static Result hashtag(String value) {
    String hashtag = TextFolding.fold(value.startsWith("#") ? value.substring(1) : value);
    boolean ok = !hashtag.isEmpty();
    for (int i = 0; i < hashtag.length(); i += Character.charCount(hashtag.codePointAt(i))) {
      ok &= WordBoundary.classAt(hashtag, i) != WordBoundary.NONE;
    }
    return ok && hashtag.length() <= LONGEST_NAME
        ? new Result(hashtag, null)
        : new Result("", "is not a hashtag; expected letters, digits and '_' without spaces");
  }

  /** A domain, without {@code www.}. */
  static Result domain(String value) {
    String folded = value.toLowerCase(Locale.ROOT);
    String domain = folded.startsWith("www.") ? folded.substring(4) : folded;
    boolean ok = domain.indexOf('.') > 0 && domain.length() <= LONGEST_NAME;
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      boolean separator = c == '.' || c == '-';
      boolean edge = i == 0 || i == domain.length() - 1 || domain.charAt(i - 1) == '.';
      ok &= separator ? !edge : WordBoundary.classOfUnit(c) != WordBoundary.NONE && c != '_';
    }
    return ok
        ? new Result(TextFolding.fold(domain), null)
        : new Result(
            "", "is not a domain; expected a host such as delta.com, without http:// or a path");
  }

  /** A name, or a word that stands near one, as people write it. */
  static Result alias(String value) {
    if (value.length() > LONGEST_NAME) {
      return new Result("", "is longer than " + LONGEST_NAME + " characters");
    }
    if (value.startsWith("@") || value.startsWith("#")) {
      return new Result(
          "", "begins with '" + value.charAt(0) + "'; put it under handles or hashtags");
    }
    return new Result(value, null);
  }

  /** A name of the brand itself, which texts are searched for as it stands. */
  static Result brandName(String value) {
    Result alias = alias(value);
    if (alias.problem() != null) {
      return alias;
    }
    if (value.codePoints().noneMatch(NameSyntax::isOfNames)) {
      return new Result("", "has no letter and no digit");
    }
    for (String sign : OF_PATTERNS) {
      if (value.contains(sign)) {
        return new Result(
            "", "looks like a pattern ('" + sign + "'); names are searched for as they stand");
      }
    }
    return alias;
  }

  /** A letter, a digit, or a picture, as some brands are called by. */
  private static boolean isOfNames(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.OTHER_SYMBOL;
  }

  /** Whether a name is a single letter or digit, as most texts have it; ideographs are words. */
  static boolean isSingleLetter(String value) {
    String name = value.strip();
    int first = name.codePointAt(0);
    return name.codePointCount(0, name.length()) == 1
        && Character.isLetterOrDigit(first)
        && !Character.isIdeographic(first);
  }

  /** A text of an automatic reply, in which {@code *} stands for anything. */
  static Result automated(String value) {
    return TextPattern.saysSomething(value)
        ? new Result(value, null)
        : new Result("", "would take every message for automatic; expected words");
  }

  private static boolean isHandlePart(String part) {
    boolean ok = !part.isEmpty() && part.length() <= LONGEST_NAME;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      ok &= WordBoundary.classOfUnit(c) != WordBoundary.NONE || c == '.' || c == '-';
    }
    return ok;
  }
}
