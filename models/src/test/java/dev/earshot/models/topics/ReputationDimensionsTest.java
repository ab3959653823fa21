package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReputationDimensionsTest {
  /** The ids of RepLab 2014, and one weight for each. */
  @Test
  void shippedAreThoseOfRepLab() {
    ReputationDimensions shipped = ReputationDimensions.shipped();
    assertEquals(
        List.of(
            "products_services",
            "innovation",
            "workplace",
            "citizenship",
            "governance",
            "leadership",
            "performance",
            "undefined"),
        shipped.ids());
    for (int i = 0; i < 8; i++) {
      assertEquals(0.125, shipped.share(i));
    }
  }

  @Test
  void weightsAreSharesOfTheirSum() {
    ReputationDimensions own =
        ReputationDimensions.of(
            """
            undefined_weight: 1
            dimensions:
              - {id: a, name: A, weight: 3, phrases: {en: [apple]}}
              - {id: b, name: B, weight: 4, phrases: {en: [pear]}}
            """);
    assertEquals(List.of(0.375, 0.5, 0.125), List.of(own.share(0), own.share(1), own.share(2)));
    assertEquals(0b011, own.bits(List.of("a", "b")));
    assertEquals(0b100, own.bits(List.of()));
  }

  @Test
  void mistakesAreToldAtOnce() {
    InvalidPhraseFileException thrown =
        assertThrows(
            InvalidPhraseFileException.class,
            () ->
                ReputationDimensions.parse(
                    "mine.yaml",
                    """
                    dimensions:
                      - {id: all, name: A, weight: 1, phrases: {en: [apple]}}
                      - {id: b, name: B, weight: 1.5, phrases: {en: [pear]}}
                      - {id: c, name: C, phrases: {en: [plum]}}
                      - {id: c, name: C, weight: 0, phrases: {en: [plum]}}
                    """));
    assertEquals(
        List.of(
            "line 1, undefined_weight: is missing",
            "line 2, dimensions[0].id: all has a meaning of its own",
            "line 3, dimensions[1].weight: must be a whole number from 1 to 1000000",
            "line 4, dimensions[2].weight: is missing",
            "line 5, dimensions[3].id: c is given twice",
            "line 5, dimensions[3].weight: must be a whole number from 1 to 1000000"),
        thrown.problems());
  }
}
