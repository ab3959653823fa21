package dev.earshot.models.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.phrases.InvalidPhraseFileException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EngagementDefinitionsTest {
  private static final Engagement FIGURES = new Engagement(0, 7L, 20L, 300L, null, null, null);
  private static final Engagement NO_LIKES = new Engagement(0, null, 20L, 300L, null, null, null);

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  private static EngagementDefinition of(
      EngagementDefinitions definitions, String network, String date) {
    return Objects.requireNonNull(definitions.of(network, day(date)));
  }

  @Test
  void shippedDifferByNetworkAndDate() {
    EngagementDefinitions shipped = EngagementDefinitions.shipped();
    assertEquals(327L, of(shipped, "x", "2026-03-01").engagements(FIGURES));
    assertEquals(307L, of(shipped, "youtube", "2026-03-01").engagements(FIGURES));
    assertEquals(320L, of(shipped, "x", "2026-03-01").engagements(NO_LIKES));
    assertEquals(
        "likes + shares + comments: likes only, there were no other reactions",
        of(shipped, "facebook", "2016-02-23").text());
    assertEquals(
        "likes + shares + comments: reactions of every kind count as likes",
        of(shipped, "facebook", "2016-02-24").text());
  }

  @Test
  void aUserChangesTheFutureOnly() {
    EngagementDefinitions own =
        EngagementDefinitions.of(
            """
            definitions:
              - network: x
                valid_from_date: 2026-04-01
                valid_to_date: 2026-04-30
                counts: [shares]
                note: April was different
            """);
    assertEquals(327L, of(own, "x", "2026-03-31").engagements(FIGURES));
    assertEquals(20L, of(own, "x", "2026-04-01").engagements(FIGURES));
    assertEquals(20L, of(own, "x", "2026-04-30").engagements(FIGURES));
    assertEquals(327L, of(own, "x", "2026-05-01").engagements(FIGURES));
    assertNotNull(own.of("never seen", day("1990-01-01")));
    assertNull(own.of("x", day("1989-12-31")));
  }

  /** X counts views since 15 December 2022; a user adds what another network did not count. */
  @Test
  void aZeroThatWasNotCountedIsUnknown() {
    Engagement zero = new Engagement(0, 0L, 0L, 0L, 0L, 0L, 0L);
    Engagement unseen = new Engagement(0, 0L, 0L, 0L, null, 0L, 0L);
    EngagementDefinitions shipped = EngagementDefinitions.shipped();
    assertEquals(unseen, shipped.known("x", day("2022-12-14"), zero));
    assertEquals(zero, shipped.known("x", day("2022-12-15"), zero));
    assertEquals(zero, shipped.known("facebook", day("2022-12-14"), zero));
    assertEquals(FIGURES, shipped.known("x", day("2022-12-14"), FIGURES));
    EngagementDefinitions own =
        EngagementDefinitions.of(
            """
            counted_from:
              - {network: plume, figure: shares, date: 2024-05-01, note: began then}
            """);
    assertEquals(
        new Engagement(0, 0L, null, 0L, 0L, 0L, 0L), own.known("plume", day("2024-04-30"), zero));
    assertEquals(unseen, own.known("x", day("2022-12-14"), zero));
  }

  /** Whoever liked, shared or answered a post has seen it. */
  @Test
  void zeroImpressionsBesideEngagementsAreUnknown() {
    EngagementDefinitions shipped = EngagementDefinitions.shipped();
    int day = day("2026-03-01");
    assertEquals(
        new Engagement(0, 60L, 10L, 0L, null, null, 5L),
        shipped.known("x", day, new Engagement(0, 60L, 10L, 0L, 0L, 0L, 5L)));
    assertEquals(
        new Engagement(0, null, null, 1L, null, 7L, null),
        shipped.known("plume", day, new Engagement(0, null, null, 1L, 0L, 7L, null)));
    Engagement unseen = new Engagement(0, 0L, null, 0L, 0L, 0L, 5L);
    assertEquals(unseen, shipped.known("x", day, unseen));
  }

  @Test
  void noFigureNoEngagements() {
    Engagement none = new Engagement(0, null, null, null, 5L, 5L, 5L);
    assertNull(of(EngagementDefinitions.shipped(), "x", "2026-03-01").engagements(none));
  }

  @Test
  void overlappingAndRetroactiveDefinitionsAreMistakes() {
    InvalidPhraseFileException thrown =
        assertThrows(
            InvalidPhraseFileException.class,
            () ->
                EngagementDefinitions.shipped()
                    .extendedBy(
                        "own.yaml",
                        """
                        definitions:
                          - {network: facebook, valid_from_date: 2016-02-24, counts: [likes], note: n}
                          - {network: x, valid_from_date: 2026-04-01, valid_to_date: 2026-04-30, counts: [likes], note: n}
                          - {network: x, valid_from_date: 2026-04-30, counts: [likes], note: n}
                          - {network: x, valid_from_date: 2026-04-15, counts: [likes], note: n}
                          - {network: y, valid_from_date: April, counts: [hugs], note: n}
                          - {network: z, valid_from_date: 2026-04-02, valid_to_date: 2026-04-01, counts: [], note: n}
                        """));
    assertEquals(
        List.of(
            "line 2, definitions[0].valid_from_date: is retroactive: it is not after the definition"
                + " of facebook that holds from 2016-02-24",
            "line 4, definitions[2].valid_from_date: overlaps the definition of x that holds from"
                + " 2026-04-01 to 2026-04-30",
            "line 5, definitions[3].valid_from_date: is retroactive: it is not after the definition"
                + " of x that holds from 2026-04-30",
            "line 6, definitions[4].valid_from_date: must be a date as 2026-03-31",
            "line 6, definitions[4].counts[0]: must be likes, shares or comments",
            "line 7, definitions[5].valid_to_date: is before valid_from_date",
            "line 7, definitions[5].counts: counts nothing"),
        thrown.problems());
  }
}
