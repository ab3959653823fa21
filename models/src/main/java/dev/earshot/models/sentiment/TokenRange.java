package dev.earshot.models.sentiment;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.Tokens;
import java.util.List;

/** Tokens {@code from} (inclusive) to {@code to} (exclusive), and where targets are named. */
record TokenRange(int from, int to, List<TextSpan> targets) {
  static TokenRange all(Tokens tokens) {
    return new TokenRange(0, tokens.size(), List.of());
  }

  /** Whether token {@code i} is no more than a part of a target's name. */
  boolean isTarget(Tokens tokens, int i) {
    for (int t = 0; t < targets.size(); t++) {
      TextSpan target = targets.get(t);
      if (tokens.start(i) >= target.start() && tokens.end(i) <= target.end()) {
        return true;
      }
    }
    return false;
  }
}
