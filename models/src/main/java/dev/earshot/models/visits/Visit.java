package dev.earshot.models.visits;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.referrals.Medium;
import dev.earshot.models.referrals.Referral;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one visitor without a pause of more than {@link Visits#PAUSE_MICROS}.
 *
 * @param hits in order, at least one
 * @param botReason why the visitor is taken for a program, or null for a person
 */
public record Visit(List<Hit> hits, @Nullable BotReason botReason) {

  /** The first page, or the first request where no page was opened. */
  public Hit landing() {
    return hits.stream()
        .filter(hit -> hit.kind() == HitKind.PAGE)
        .findFirst()
        .orElseGet(() -> hits.get(0));
  }

  /**
   * Where the visit came from: the landing's referral. Where that is the site itself, requests
   * stand out of order or the visit goes on after a pause: the first other page's that comes from
   * outside.
   */
  public Referral referral() {
    Referral landing = landing().referral();
    if (landing.medium() != Medium.INTERNAL) {
      return landing;
    }
    return hits.stream()
        .filter(hit -> hit.kind() == HitKind.PAGE)
        .map(Hit::referral)
        .filter(r -> r.medium() != Medium.INTERNAL && r.medium() != Medium.DIRECT)
        .findFirst()
        .orElse(landing);
  }

  /** The customer who was signed in, or null. */
  public @Nullable String customerId() {
    return hits.stream().map(Hit::customerId).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Hits of one kind. */
  public long count(HitKind kind) {
    return hits.stream().filter(hit -> hit.kind() == kind).count();
  }

  /** When it began. */
  public long startedAt() {
    return hits.get(0).atMicros();
  }

  /** When its last request came. */
  public long lastAt() {
    return hits.get(hits.size() - 1).atMicros();
  }

  /** Whether a person opened a page. */
  public boolean isHuman() {
    return botReason == null && count(HitKind.PAGE) > 0;
  }
}
