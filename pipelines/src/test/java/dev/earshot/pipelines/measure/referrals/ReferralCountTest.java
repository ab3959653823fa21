package dev.earshot.pipelines.measure.referrals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.attribution.TouchCredits;
import dev.earshot.models.referrals.Medium;
import dev.earshot.models.visits.BotReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each medium, reason and rule has a count of its own. */
class ReferralCountTest {
  @ParameterizedTest
  @EnumSource(value = Medium.class, mode = EnumSource.Mode.EXCLUDE, names = "SPAM")
  void media(Medium medium) {
    assertEquals(medium.name(), ReferralCount.of(medium).name());
  }

  /** Visits with forged referrers are no people's. */
  @Test
  void noMediumOfPeopleIsForged() {
    assertThrows(IllegalArgumentException.class, () -> ReferralCount.of(Medium.SPAM));
  }

  @ParameterizedTest
  @EnumSource
  void reasons(BotReason reason) {
    assertEquals(reason.name(), ReferralCount.of(reason).name());
  }

  @ParameterizedTest
  @EnumSource
  void rules(TouchCredits rule) {
    assertEquals(rule.name(), ReferralCount.of(rule).name());
  }

  @ParameterizedTest
  @CsvSource({
    "SOCIAL, SOCIAL_MIXED, SOCIAL_BOTH",
    "SEARCH, SEARCH_MIXED, SEARCH_BOTH",
    "CHATBOT, CHATBOT_MIXED, CHATBOT_BOTH",
    "EMAIL, EMAIL_MIXED, EMAIL_BOTH",
    "DIRECT, DIRECT_MIXED, DIRECT_BOTH"
  })
  void pairs(ReferralCount rate, ReferralCount mixed, ReferralCount both) {
    assertEquals(mixed, rate.mixed());
    assertEquals(both, rate.both());
  }
}
