package dev.earshot.models.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the writer of a text wants; several may hold at once. */
public enum Intent {
  COMPLIMENT,
  COMPLAINT,
  TECHNICAL_ISSUE,
  QUESTION,
  ORDER,
  SUGGESTION,
  CHURN_INTENT,
  PRICE,
  PRIVACY_CONCERN,
  RECOMMEND,
  WARN_OFF,
  THANKS,
  APOLOGY,
  SPAM;

  private static final Map<String, Intent> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Intent::code, Function.identity()));

  /** The intent of that name. */
  public static Optional<Intent> byCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
