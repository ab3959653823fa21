package dev.earshot.pipelines.listen.site;

import dev.earshot.models.referrals.Referrals;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sources of visits as tables show them. A referrer may be the site of one person, or the computer
 * of one company, and a {@code utm_source} whatever somebody wrote into a link: a name, a number.
 */
final class ReferralSources {
  /** Stands for a source that no list has. */
  static final String OTHER = "other";

  /** What campaigns call their own means. */
  private static final Set<String> OF_CAMPAIGNS =
      Set.of(
          "ad",
          "ads",
          "affiliate",
          "affiliates",
          "app",
          "banner",
          "blog",
          "brochure",
          "catalog",
          "catalogue",
          "email",
          "event",
          "flyer",
          "forum",
          "influencer",
          "influencers",
          "leaflet",
          "mail",
          "mailing",
          "newsletter",
          "offline",
          "partner",
          "partners",
          "podcast",
          "poster",
          "press",
          "print",
          "push",
          "qr",
          "qrcode",
          "radio",
          "sms",
          "social",
          "store",
          "tv",
          "website",
          "webinar");

  private ReferralSources() {}

  /**
   * A source for tables: by each record alone, so that it is the same in every run.
   *
   * @param source as it was found, or null where there is none
   */
  static @Nullable String published(@Nullable String source) {
    return source == null || OF_CAMPAIGNS.contains(source) || Referrals.shipped().lists(source)
        ? source
        : OTHER;
  }
}
