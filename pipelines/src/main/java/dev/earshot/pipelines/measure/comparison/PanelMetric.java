package dev.earshot.pipelines.measure.comparison;

import java.util.Locale;

/** What brands are compared by. */
enum PanelMetric {
  /** Net sentiment as if each were spoken of on the networks and in the languages of all. */
  NET_SENTIMENT_RATE(-1, 0),
  /** The same as people would label it, with how far the reader errs on each brand. */
  ADJUSTED_NET_SENTIMENT_RATE(-1, 0),
  /** Mentions of the brand of those of all brands. */
  SHARE_OF_VOICE_RATE(0, 0),
  /** Questions and complaints in the open that a human answered within 24 hours. */
  ANSWERED_WITHIN_24H_RATE(0, 1);

  /** The least that a value can be; the most is 1. */
  final int least;

  /** Days after the period until all of it is observed. */
  final int waitingDays;

  PanelMetric(int least, int waitingDays) {
    this.least = least;
    this.waitingDays = waitingDays;
  }

  /** The name in tables. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
