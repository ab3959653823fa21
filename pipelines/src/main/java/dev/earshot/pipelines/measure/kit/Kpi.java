package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a scorecard shows, and what it says where the run was given nothing for it. */
public enum Kpi {
  REPUTATION(
      SourceKind.MENTIONS,
      "adjusted_reputation_score",
      "mentions",
      MissingReason.NO_CANONICAL_MENTION,
      null),
  ENGAGEMENT(
      SourceKind.OWN_POSTS,
      "engagement_rate_by_followers",
      "posts",
      MissingReason.NO_OWN_POST,
      null),
  REFERRAL_TRAFFIC(
      SourceKind.WEB_LOGS,
      "social_referral_rate",
      "sessions",
      MissingReason.NO_WEB_LOGS,
      "give the web logs of the brand's site with --web-logs and name its domains in the brand file"
          + " (pipelines/docs/input-format.md)"),
  RETURNING_CUSTOMERS(
      SourceKind.ORDERS,
      "returning_customer_rate",
      "customers",
      MissingReason.NO_ORDERS,
      "give the orders of the brand's shop with --orders (pipelines/docs/input-format.md)");

  /** The input whose days it is of. */
  public final SourceKind source;

  /** The measure that stands for it. */
  public final String metricName;

  /** What its counts count. */
  public final String itemName;

  /** Why there is no value where no week of the brand has one. */
  public final MissingReason absentReason;

  /** What to do about it, or null where nothing need be given beside the posts. */
  public final @Nullable String howToProvide;

  Kpi(
      SourceKind source,
      String metricName,
      String itemName,
      MissingReason absentReason,
      @Nullable String howToProvide) {
    this.source = source;
    this.metricName = metricName;
    this.itemName = itemName;
    this.absentReason = absentReason;
    this.howToProvide = howToProvide;
  }

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
