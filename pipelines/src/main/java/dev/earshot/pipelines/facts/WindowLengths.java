package dev.earshot.pipelines.facts;

import java.util.List;

/** How many days sliding windows have: what must agree between those who count and who measure. */
public final class WindowLengths {
  /** The windows of tables by day. */
  public static final List<Integer> ALL = List.of(1, 7, 28);

  /** The longest of these. */
  public static final int LONGEST = 28;

  /** The window whose value stands for what is usual, such as what scores are shrunk toward. */
  public static final int TRAILING = 90;

  private WindowLengths() {}
}
