package dev.earshot.models.referrals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a visitor came, in the words of Snowplow's referer-parser, with {@link #DIRECT} for visits
 * that give no sign and {@link #SPAM} for forged referrers.
 */
public enum Medium {
  SOCIAL,
  SEARCH,
  CHATBOT,
  EMAIL,
  PAID,
  INTERNAL,
  UNKNOWN,
  DIRECT,
  SPAM;

  private static final Map<String, Medium> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Medium::code, Function.identity()));

  /** The medium of that name. */
  public static Optional<Medium> byCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
