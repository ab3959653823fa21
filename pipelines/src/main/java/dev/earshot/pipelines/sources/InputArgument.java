package dev.earshot.pipelines.sources;

import org.jspecify.annotations.Nullable;

/**
 * An input of the command line: {@code [FORMAT:]GLOB}, or {@code [FORMAT:][BRAND=]GLOB} where files
 * are of one brand.
 *
 * @param format the format that was stated, or null where the content must tell
 * @param brandId the brand that was stated, or null
 * @param pattern path or glob, such as {@code s3://bucket/posts/*.gz}
 */
public record InputArgument(@Nullable Format format, @Nullable String brandId, String pattern) {

  /**
   * Splits an argument. The schemes of URLs ({@code s3://}), drive letters and colons in file names
   * belong to the pattern.
   *
   * @throws UnknownFormatException if the part before the colon looks like a format but is none
   */
  public static InputArgument parse(String argument) {
    int colon = argument.indexOf(':');
    if (colon <= 0) {
      return withPattern(null, argument);
    }
    String prefix = argument.substring(0, colon);
    String rest = argument.substring(colon + 1);
    Format format = Format.byCode(prefix).orElse(null);
    if (format != null) {
      return withPattern(format, rest);
    }
    boolean endsLikeFormat = prefix.endsWith("-jsonl") || prefix.endsWith("-csv");
    boolean isPath = colon == 1 || rest.startsWith("/") || !isWord(prefix);
    if (isPath && !(endsLikeFormat && isWord(prefix))) {
      return withPattern(null, argument);
    }
    throw new UnknownFormatException(
        "no format " + prefix + " in " + argument + "; known are " + Format.codes());
  }

  private static InputArgument withPattern(@Nullable Format format, String pattern) {
    if (pattern.isBlank()) {
      throw new UnknownFormatException("expected [FORMAT:]GLOB, found no file name");
    }
    return new InputArgument(format, null, pattern);
  }

  /**
   * Takes a brand from the front of the pattern: what stands before the first equals sign, if it
   * can be a brand's id. A path such as {@code dt=2026-03-01/*} is written {@code ./dt=...}.
   */
  public InputArgument withBrand() {
    int equals = pattern.indexOf('=');
    boolean isBrand =
        equals > 0
            && pattern.substring(0, equals).chars().allMatch(c -> isWordCharacter(c) || isDigit(c));
    if (!isBrand) {
      return this;
    }
    String rest = pattern.substring(equals + 1);
    if (rest.isBlank()) {
      throw new UnknownFormatException("expected [FORMAT:][BRAND=]GLOB, found no file name");
    }
    return new InputArgument(format, pattern.substring(0, equals), rest);
  }

  private static boolean isWord(String text) {
    return text.chars().allMatch(InputArgument::isWordCharacter);
  }

  private static boolean isWordCharacter(int c) {
    return (c >= 'a' && c <= 'z') || c == '-' || c == '_';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
