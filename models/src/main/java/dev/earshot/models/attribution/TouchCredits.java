package dev.earshot.models.attribution;

import java.util.Arrays;

/**
 * Splits the credit for an order among the clicks before it, in whole parts of {@link #WHOLE},
 * which add up to it exactly. The four usual rules; none of them says that a click caused the
 * order.
 */
public enum TouchCredits {
  /** All to the first click. */
  FIRST_TOUCH,
  /** All to the last click. */
  LAST_TOUCH,
  /** The same to each. */
  LINEAR,
  /** 40 % to the first, 40 % to the last, 20 % to those between; halves where there are two. */
  POSITION_BASED;

  /**
   * An order in parts: five times the least number that all of 1 to 20 divide. Up to 20 clicks
   * share an order, or the fifth between its ends, without a remainder, so that a third of one
   * order and two thirds of another add up to one. Where there are more, the earlier have one part
   * more, a billionth of an order. The parts of eight billion orders fit into a long.
   */
  public static final int WHOLE = 5 * 232_792_560;

  private static final int END = WHOLE / 5 * 2;

  /**
   * The credits of clicks in the order of time.
   *
   * @param touches how many clicks there were, at least one
   * @throws IllegalArgumentException if there was none
   */
  public int[] of(int touches) {
    if (touches < 1) {
      throw new IllegalArgumentException("expected at least one click, not " + touches);
    }
    int[] credits = new int[touches];
    switch (this) {
      case FIRST_TOUCH -> credits[0] = WHOLE;
      case LAST_TOUCH -> credits[touches - 1] = WHOLE;
      case LINEAR -> spread(credits, 0, touches, WHOLE);
      case POSITION_BASED -> {
        if (touches <= 2) {
          spread(credits, 0, touches, WHOLE);
        } else {
          credits[0] = END;
          credits[touches - 1] = END;
          spread(credits, 1, touches - 1, WHOLE - 2 * END);
        }
      }
    }
    return credits;
  }

  private static void spread(int[] credits, int from, int to, int amount) {
    int each = amount / (to - from);
    Arrays.fill(credits, from, to, each);
    for (int i = 0; i < amount - each * (to - from); i++) {
      credits[from + i]++;
    }
  }
}
