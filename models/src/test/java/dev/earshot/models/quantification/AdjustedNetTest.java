package dev.earshot.models.quantification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.quantification.AdjustedNet.Part;
import dev.earshot.models.statistics.basics.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class AdjustedNetTest {
  private static final double EXACT = 1e-12;

  /** A bias of -0.2 that is known to 0.3 on either side. */
  private static final AdjustedNet KNOWN = new AdjustedNet(new Bias(-0.2, 0.0225, 0, 0, 2), 0);

  /** One of 0.1, known to 0.2 where the reader says 0, and less well beyond. */
  private static final AdjustedNet OWN = new AdjustedNet(new Bias(0.1, 0.01, 0.04, 0, 2), 80);

  @Test
  void addsTheBiasAndBothCausesOfDoubt() {
    AuthorSentiments said = people(300, 500, 200);
    Estimate counted = said.net();
    Estimate net = KNOWN.of(said);
    assertNotNull(counted);
    assertNotNull(net);
    assertEquals(0.1 - 0.2, net.value(), EXACT);
    double authors = 0.1 - counted.interval().lower();
    assertEquals(-0.1 - Math.sqrt(authors * authors + 0.09), net.interval().lower(), EXACT);
    assertEquals(-0.1 + Math.sqrt(authors * authors + 0.09), net.interval().upper(), EXACT);
  }

  /** From labels at 0, the reader says 0.5 now: 2 * sqrt(0.01 + 0.04 * 0.25) = 0.2828... */
  @Test
  void isLessSureWhereTheMixHasMoved() {
    assertEquals(0.2, OWN.bias().halfWidth(0), EXACT);
    assertEquals(2 * Math.sqrt(0.02), OWN.bias().halfWidth(0.5), EXACT);
  }

  /**
   * Three quarters with -0.2 +- 0.3 and a quarter with 0.1 +- 0.2 at a net of 0: -0.125 +- 0.275.
   */
  @Test
  void mixesLanguagesByTheirMentions() {
    AuthorSentiments said = people(100, 200, 100);
    Estimate counted = said.net();
    Estimate net =
        AdjustedNet.ofParts(said.net(), List.of(new Part(KNOWN, 300), new Part(OWN, 100)));
    assertNotNull(counted);
    assertNotNull(net);
    assertEquals(-0.125, net.value(), EXACT);
    double authors = counted.interval().upper();
    assertEquals(-0.125 + Math.hypot(authors, 0.275), net.interval().upper(), EXACT);
  }

  /** A tenth of the mentions may be anything: 0.2 more on either side. */
  @Test
  void leavesRoomForLanguagesOfWhichNothingIsKnown() {
    AuthorSentiments said = people(100, 200, 100);
    Estimate all = AdjustedNet.ofParts(said.net(), List.of(new Part(KNOWN, 360)));
    Estimate net =
        AdjustedNet.ofParts(said.net(), List.of(new Part(KNOWN, 360), new Part(null, 40)));
    assertNotNull(all);
    assertNotNull(net);
    assertEquals(0.9 * -0.2, net.value(), EXACT);
    Estimate counted = said.net();
    assertNotNull(counted);
    double half = Math.hypot(counted.interval().upper(), 0.9 * 0.3) + 0.2;
    assertEquals(-0.18 + half, net.interval().upper(), EXACT);
    assertTrue(net.interval().upper() > all.interval().upper());
    assertNull(AdjustedNet.ofParts(said.net(), List.of(new Part(null, 400))));
  }

  @Test
  void staysWithinTheRange() {
    Estimate net = KNOWN.of(people(0, 0, 50));
    assertNotNull(net);
    assertEquals(-1, net.value());
    assertEquals(-1, net.interval().lower());
    assertNull(KNOWN.of(new AuthorSentiments()));
  }

  private static AuthorSentiments people(int positive, int neutral, int negative) {
    AuthorSentiments said = new AuthorSentiments();
    said.add(1, 0, 0, positive);
    said.add(0, 1, 0, neutral);
    said.add(0, 0, 1, negative);
    return said;
  }
}
