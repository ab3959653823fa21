package dev.earshot.pipelines.listen.read;

import dev.earshot.models.brands.BrandBook;
import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Brand;
import dev.earshot.pipelines.facts.ProfileFact;
import dev.earshot.pipelines.facts.RecordPlace;
import dev.earshot.pipelines.run.Pseudonyms;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a range of a file tells of accounts, as facts. Ids and names of accounts end here. What
 * stands beside posts is told anew with every post: of each account and day only the newest is sent
 * on, as far as they fit in memory.
 */
public final class AccountLooks {
  private static final int MAX = 20_000;
  private static final long DAY_MICROS = 24L * 3600 * 1_000_000;

  private final BrandBook brands;
  private final Pseudonyms pseudonyms;
  private final Map<ProfileFact.AccountDay, ProfileFact> newest = new HashMap<>();

  /**
   * Looks of one range.
   *
   * @param brands which accounts are brands'
   * @param pseudonyms in place of ids
   */
  public AccountLooks(BrandBook brands, Pseudonyms pseudonyms) {
    this.brands = brands;
    this.pseudonyms = pseudonyms;
  }

  /**
   * The fact of a profile whose time is known.
   *
   * @param isRecord whether it is a record of its file
   */
  public ProfileFact fact(AccountProfile profile, RecordPlace place, boolean isRecord) {
    long observedAt = Objects.requireNonNull(profile.observedAtMicros());
    Long created = profile.createdAtMicros();
    Brand owner = brands.ownerOf(profile.network(), profile.accountId(), profile.handle());
    return new ProfileFact(
        new ProfileFact.Account(
            profile.network(), pseudonyms.of(profile.network(), profile.accountId())),
        owner == null ? null : owner.id(),
        new ProfileFact.Look(
            created == null || created > observedAt ? null : (observedAt - created) / DAY_MICROS,
            profile.followerCount(),
            profile.followingCount(),
            profile.postCount(),
            profile.hasPicture(),
            profile.hasBiography(),
            profile.isVerified()),
        observedAt,
        place,
        isRecord);
  }

  /** Keeps a look beside a post, unless a newer one of the day is kept. */
  void keep(ProfileFact fact, Consumer<ProfileFact> out) {
    newest.merge(
        fact.day(),
        fact,
        (kept, other) -> ProfileFact.NEWEST.compare(other, kept) <= 0 ? other : kept);
    if (newest.size() >= MAX) {
      flush(out);
    }
  }

  /** Sends on what is kept. */
  void flush(Consumer<ProfileFact> out) {
    newest.values().forEach(out);
    newest.clear();
  }
}
