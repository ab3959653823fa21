package dev.earshot.pipelines.tables;

import java.util.Locale;

/**
 * Why a value is NULL or not to be relied on: the closed list of what stands in the columns {@code
 * missing_reason} and {@code *_missing_reason}.
 */
public enum MissingReason {
  LANGUAGES_ERR_DIFFERENTLY(
      "Mentions of the dimension are of several languages, which err differently: read them by"
          + " language"),
  MONTH_PARTLY_READ("The posts and messages of the run begin after the first of the month"),
  MODEL_FAILS_HOLDOUT(
      "The buying model, fitted three months earlier, foretold other numbers of buyers since"),
  NO_CALIBRATION_FOR_LANGUAGE(
      "How far the reader errs in the language is not known: label 30 texts or more and give them"
          + " with --calibration"),
  NO_CANONICAL_MENTION("Nobody spoke of the brand, or only in posts that repeat others"),
  NO_CLASSIFIED_MENTION("Every mention is in a language without a sentiment model"),
  NO_CONVERGENCE("The likelihood of the buying model has no clear maximum"),
  NO_HOLDOUT("Too little was known three months earlier to hold the buying model against"),
  NO_HUMAN_SESSION("There were web logs, but nobody except programs came"),
  NO_IDENTITIES("The run was given no links of accounts to customers: give --identities"),
  NO_MATURE_POST("No post is seven days old at the clock of the run"),
  NO_MODEL_FOR_NETWORK(
      "How often the rule for suspicious accounts errs on this network is not known"),
  NO_MODEL_FOR_LANGUAGE("There is no sentiment model for the language"),
  NO_OPINION("Every classified mention is neutral"),
  NO_ORDERS("The run was given no orders"),
  NO_OWN_POST("The brand posted nothing"),
  NO_POST_WITH_FOLLOWERS_AND_ENGAGEMENTS("No platform told both followers and engagements"),
  NO_PROFILES("The input has no profile of these accounts: give --profiles"),
  NO_SNAPSHOT_BY_SEVEN_DAYS("No post has counts from within its first seven days"),
  NO_WEB_LOGS("The run was given no web logs of the brand's site for these days"),
  NOTHING_TO_COUNT("Nothing of what the value is a share of happened, or it is not observed yet"),
  NOT_COVERED_BY_INPUT("The input begins after the period or ends before it"),
  NOT_OVER_ALL_DIMENSIONS("The score is one of all dimensions together, the row is of one"),
  NOT_YET_OBSERVED("The days in which an answer counts were not over at the clock of the run"),
  NOTHING_IN_WEEK("There is input of weeks before and after, this week was empty"),
  PARTLY_COVERED_BY_INPUT(
      "The input begins or ends within the window or period: see covered_day_count"),
  PERIOD_NOT_OVER("The period was not over at the clock of the run"),
  POSTS_NOT_MATURE("Posts of the week are not seven days old at the clock of the run"),
  SHORT_HISTORY("Orders reach back less than 365 days: old customers look new"),
  SUPPRESSED("Fewer than 10 people, or needed to hide a row that has fewer"),
  TOO_FEW_AUTHORS("Too few authors, or too few counts, for the interval to hold its 95 %"),
  TOO_FEW_CONVERSATIONS("Fewer than 30 conversations"),
  TOO_FEW_CUSTOMERS("Too few customers: under 500 for the buying model, under 30 for a rate"),
  TOO_FEW_POSTS("Fewer than 10 posts"),
  TOO_FEW_PROFILES("Fewer than 100 profiles that tell all that is looked at"),
  TOO_FEW_REPEATERS("Fewer than 100 customers bought again"),
  TOO_FEW_SESSIONS("Fewer than 30 visits of people"),
  UNKNOWN_LANGUAGE("The language of the text is not known");

  private final String text;

  MissingReason(String text) {
    this.text = text;
  }

  /** What stands in the column: the name in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it means, for people. */
  public String text() {
    return text;
  }
}
