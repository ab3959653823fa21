package dev.earshot.models.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Rule-based detector of fake and automated accounts, from the profile alone. Three rules from the
 * literature, as collected and tested by S. Cresci, R. Di Pietro, M. Petrocchi, A. Spognardi and M.
 * Tesconi, "Fame for sale: efficient detection of fake Twitter followers", Decision Support Systems
 * 80 (2015):
 *
 * <ul>
 *   <li>fewer than half of the signs of a human that a profile can show (M. Camisani-Calzolari,
 *       2012): a picture, a description, a place, a page, {@value #FOLLOWERS} followers, {@value
 *       #POSTS} posts, a like, a list of somebody else's, and at least one follower for every two
 *       friends;
 *   <li>{@value #FRIENDS_PER_FOLLOWER} or more friends for each follower (Socialbakers, 2012);
 *   <li>it says that it is a bot (B. Van den Beld, 2012).
 * </ul>
 *
 * <p>Signs that the source does not report are left out of the half. A rule, not a proof: the
 * sensitivity and specificity on labelled sets stand in {@code models/artifacts/accounts}, and only
 * rates over many accounts, corrected for them, mean anything.
 */
public final class AccountSuspicion {
  private static final long FOLLOWERS = 30;
  private static final long POSTS = 50;
  private static final long FRIENDS_PER_FOLLOWER = 50;

  private int known;
  private int human;

  private AccountSuspicion() {}

  /** The verdict of the rules; null where the profile reports nothing that they look at. */
  public static @Nullable Boolean of(AccountFeatures profile) {
    AccountSuspicion signs = new AccountSuspicion();
    signs.add(profile.hasPicture());
    signs.add(profile.hasDescription());
    signs.add(profile.hasLocation());
    signs.add(profile.hasAddress());
    signs.add(atLeast(profile.followerCount(), FOLLOWERS));
    signs.add(atLeast(profile.postCount(), POSTS));
    signs.add(atLeast(profile.likeCount(), 1));
    signs.add(atLeast(profile.listCount(), 1));
    signs.add(hasReciprocity(profile.followerCount(), profile.friendCount()));
    if (profile.saysBot() || followsMany(profile.followerCount(), profile.friendCount())) {
      return true;
    }
    return signs.known == 0 ? null : Boolean.valueOf(2 * signs.human < signs.known);
  }

  private void add(@Nullable Boolean sign) {
    if (sign != null) {
      known++;
      human += sign ? 1 : 0;
    }
  }

  private static @Nullable Boolean atLeast(@Nullable Long count, long least) {
    return count == null ? null : Boolean.valueOf(count >= least);
  }

  private static @Nullable Boolean hasReciprocity(
      @Nullable Long followers, @Nullable Long friends) {
    if (followers == null || friends == null) {
      return null;
    }
    return 2 * followers >= friends;
  }

  private static boolean followsMany(@Nullable Long followers, @Nullable Long friends) {
    return followers != null
        && friends != null
        && friends >= FRIENDS_PER_FOLLOWER * Math.max(1, followers);
  }
}
