package dev.earshot.pipelines.sources.platforms.linkedin;

import java.util.ArrayList;
import java.util.List;

/** A row that may go on in the next ones, behind its last cell; used again for the next. */
final class OpenShare {
  private static final int MAX_GAP = 2;

  private final List<String> cells = new ArrayList<>();
  private final StringBuilder last = new StringBuilder();
  private final int maxLength;

  /**
   * @param maxLength a text that is longer does not go on
   */
  OpenShare(int maxLength) {
    this.maxLength = maxLength;
  }

  boolean isEmpty() {
    return cells.isEmpty() && last.isEmpty();
  }

  /** How many cells it has. */
  int size() {
    return isEmpty() ? 0 : cells.size() + 1;
  }

  /** Whether a row may be its rest. */
  boolean takes(List<String> rest, int width) {
    return !isEmpty()
        && rest.size() < width
        && size() + rest.size() - 1 <= width
        && last.length() <= maxLength;
  }

  /**
   * Adds cells: of a new row, or of one that goes on with its last cell some lines below.
   *
   * @param lines how far below; white lines between are one
   */
  void add(List<String> more, long lines) {
    if (!isEmpty()) {
      last.append("\n".repeat((int) Math.min(MAX_GAP, Math.max(1, lines))));
    }
    last.append(more.get(0));
    for (String cell : more.subList(1, more.size())) {
      cells.add(last.toString());
      last.setLength(0);
      last.append(cell);
    }
  }

  /** Ends the row. */
  List<String> take() {
    List<String> all = new ArrayList<>(cells);
    all.add(last.toString());
    clear();
    return all;
  }

  void clear() {
    cells.clear();
    last.setLength(0);
  }
}
