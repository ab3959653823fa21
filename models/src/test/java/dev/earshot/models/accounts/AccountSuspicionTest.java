package dev.earshot.models.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases made by hand from the published rules. */
class AccountSuspicionTest {
  private static AccountFeatures counts(long followers, long friends, long posts) {
    return new AccountFeatures(
        followers, friends, posts, null, null, null, null, null, null, false);
  }

  @ParameterizedTest(name = "{0} followers, {1} friends, {2} posts: {3}")
  @CsvSource({
    // Signs: 30 followers, 50 posts, a follower for every two friends.
    "30, 60, 50, false",
    "29, 58, 50, false",
    "29, 58, 49, true",
    "30, 61, 49, true",
    "30, 61, 50, false",
    // Fifty friends a follower, whatever else there is.
    "30, 1499, 50, false",
    "30, 1500, 50, true",
    "0, 50, 50, true",
    "0, 49, 50, true",
  })
  void countsTheSignsOfAHuman(long followers, long friends, long posts, boolean expected) {
    assertEquals(expected, AccountSuspicion.of(counts(followers, friends, posts)));
  }

  @Test
  void halfOfTheSignsAreEnough() {
    AccountFeatures two =
        new AccountFeatures(null, null, 50L, 0L, null, true, false, null, null, false);
    assertEquals(false, AccountSuspicion.of(two));
    AccountFeatures one =
        new AccountFeatures(null, null, 49L, 0L, null, true, false, null, null, false);
    assertEquals(true, AccountSuspicion.of(one));
  }

  @Test
  void aBotThatSaysSo() {
    AccountFeatures bot =
        new AccountFeatures(900L, 3L, 5_000L, 9L, 9L, true, true, true, true, true);
    assertEquals(true, AccountSuspicion.of(bot));
  }

  @Test
  void nothingIsKnown() {
    assertNull(
        AccountSuspicion.of(
            new AccountFeatures(null, null, null, null, null, null, null, null, null, false)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "a bot that tweets tides, true",
    "TideBot, true",
    "tide_bot, true",
    "robotics fan, false",
    "Lives in Talbot, true",
    "abbots, false",
    "'', false",
  })
  void wordsOfBots(String text, boolean expected) {
    assertEquals(expected, BotWords.isIn(text));
  }

  @Test
  void readsTheFieldsOfOtherTools() {
    ProfileFields twitter =
        ProfileFields.among(
            List.of(
                "id",
                "screen_name",
                "followers_count",
                "friends_count",
                "listedcount",
                "default_profile_image",
                "description",
                "url"));
    Map<String, String> row =
        Map.of(
            "screen_name", "\"tides\"",
            "followers_count", "1.2E+3",
            "friends_count", "null",
            "listedcount", "0",
            "default_profile_image", "FALSE",
            "description", "\"\"",
            "url", "nan");
    assertEquals(
        new AccountFeatures(1_200L, null, null, null, 0L, true, false, null, false, false),
        twitter.read(row::get));
    ProfileFields instagram =
        ProfileFields.among(
            List.of("userFollowerCount", "userBiographyLength", "userHasProfilPic", "isFake"));
    assertEquals(
        List.of("userBiographyLength", "userFollowerCount", "userHasProfilPic"),
        instagram.columns());
    Map<String, String> shown =
        Map.of("userFollowerCount", "7", "userBiographyLength", "12", "userHasProfilPic", "1");
    assertEquals(
        new AccountFeatures(7L, null, null, null, null, true, true, null, null, false),
        instagram.read(shown::get));
  }
}
