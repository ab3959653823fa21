package dev.earshot.pipelines.listen.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralSourcesTest {
  @ParameterizedTest
  @ValueSource(strings = {"Twitter", "Google", "Mailchimp", "newsletter", "qr"})
  void whatIsListedStays(String source) {
    assertEquals(source, ReferralSources.published(source));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana-perez.example", "192.0.2.7", "34600123456", "ana", "intranet"})
  void whatMayBeOnePersonsDoesNot(String source) {
    assertEquals("other", ReferralSources.published(source));
  }

  @Test
  void noSourceStaysNone() {
    assertNull(ReferralSources.published(null));
  }
}
