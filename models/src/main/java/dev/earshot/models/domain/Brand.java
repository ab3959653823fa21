package dev.earshot.models.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A brand as the brand file describes it.
 *
 * @param id stable id, {@code [a-z0-9][a-z0-9_-]*}
 * @param displayName the name to show
 * @param marks what it is recognised by
 * @param ownAccounts account ids of the brand by network; posts by them are owned, not mentions
 * @param competitors ids of other brands in the book
 * @param zone reporting time zone
 * @param businessHours opening hours by day; empty for always open
 * @param locale BCP 47 tag of the brand's home market
 * @param industry whose topics join the general ones for the brand, or null
 * @param trustedProxies how many proxies stand before the brand's sites, or null where unknown
 * @param automated texts of the brand's automatic replies, in which {@code *} stands for anything
 */
public record Brand(
    String id,
    String displayName,
    BrandMarks marks,
    Map<String, List<String>> ownAccounts,
    List<String> competitors,
    ZoneId zone,
    Map<DayOfWeek, OpeningHours> businessHours,
    @Nullable String locale,
    @Nullable String industry,
    @Nullable Integer trustedProxies,
    List<String> automated) {

  /** Opening hours of one day, local time, {@code from} inclusive and {@code to} exclusive. */
  public record OpeningHours(LocalTime from, LocalTime to) {}
}
