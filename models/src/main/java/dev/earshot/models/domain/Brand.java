package dev.earshot.models.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A brand as the brand file describes it. Handles, hashtags and domains are lower case, without at
 * sign, number sign or {@code www.}.
 *
 * @param id stable id, {@code [a-z0-9][a-z0-9_-]*}
 * @param displayName the name to show
 * @param names the name and its aliases as people write them
 * @param ownAccounts account ids of the brand by network; posts by them are owned, not mentions
 * @param handles handles that address the brand
 * @param hashtags hashtags that name the brand
 * @param domains domains of the brand's sites
 * @param nearWords for an ambiguous name: at least one must stand near it; empty for no condition
 * @param farWords words that must not stand near a name
 * @param competitors ids of other brands in the book
 * @param zone reporting time zone
 * @param businessHours opening hours by day; empty for always open
 * @param locale BCP 47 tag of the brand's home market
 * @param industry whose topics join the general ones for the brand, or null
 * @param trustedProxies how many proxies stand before the brand's sites, or null where unknown
 */
public record Brand(
    String id,
    String displayName,
    List<String> names,
    Map<String, List<String>> ownAccounts,
    List<String> handles,
    List<String> hashtags,
    List<String> domains,
    List<String> nearWords,
    List<String> farWords,
    List<String> competitors,
    ZoneId zone,
    Map<DayOfWeek, OpeningHours> businessHours,
    @Nullable String locale,
    @Nullable String industry,
    @Nullable Integer trustedProxies) {

  /** Opening hours of one day, local time, {@code from} inclusive and {@code to} exclusive. */
  public record OpeningHours(LocalTime from, LocalTime to) {}
}
