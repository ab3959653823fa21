package dev.earshot.pipelines.generate;

import java.util.Locale;

/**
 * The networks, with the shape of their ids and the figures that each reports. Ids of posts,
 * authors, people who write messages and own accounts come from ranges that do not meet.
 */
enum Network {
  X(0, 8_000, true, true, true),
  MASTODON(1, 2_400, true, false, true),
  INSTAGRAM(2, 4_000, false, false, false),
  FACEBOOK(3, 3_200, true, false, false),
  REDDIT(4, 2_400, false, false, false),

  /** Where customers who agreed to be known speak to brands, and nobody else. */
  BLUESKY(5, GeneratorOptions.MAX_BRANDS * ShopEpisodes.MOST, false, false, false);

  static final Network[] ALL = values();

  /** Cumulative shares of the posts, in the order of {@link #ALL}; the last has none. */
  private static final double[] CUMULATIVE = {0.40, 0.52, 0.72, 0.88, 1.0};

  /** Position in {@link #ALL}. */
  final int index;

  final String id = name().toLowerCase(Locale.ROOT);
  final int authorCount;
  final boolean reportsShares;
  final boolean reportsImpressions;
  final boolean reportsFollowers;

  Network(
      int index,
      int authorCount,
      boolean reportsShares,
      boolean reportsImpressions,
      boolean reportsFollowers) {
    this.index = index;
    this.authorCount = authorCount;
    this.reportsShares = reportsShares;
    this.reportsImpressions = reportsImpressions;
    this.reportsFollowers = reportsFollowers;
  }

  static Network pick(SeededRandom random) {
    double at = random.nextDouble();
    int index = 0;
    while (at >= CUMULATIVE[index]) {
      index++;
    }
    return ALL[index];
  }

  String postId(long sequence) {
    return switch (this) {
      case X -> Long.toString(2_030_000_000_000_000_000L + sequence * 4_194_389L);
      case MASTODON -> Long.toString(116_000_000_000_000_000L + sequence * 65_537L);
      case INSTAGRAM -> Long.toString(17_900_000_000_000_000L + sequence);
      case FACEBOOK -> "615_" + (122_000_000_000L + sequence);
      case REDDIT -> "t3_" + Long.toString(1_700_000_000L + sequence, 36);
      case BLUESKY -> "3m" + Long.toString(2_000_000_000_000L + sequence * 33L, 36);
    };
  }

  String authorId(int author) {
    return switch (this) {
      case X -> Long.toString(1_400_000_000L + author * 7_919L);
      case MASTODON -> Long.toString(109_000_000_000_000_000L + author * 1_009L);
      case INSTAGRAM -> Long.toString(17_841_400_000_000_000L + author);
      case FACEBOOK -> Long.toString(100_060_000_000_000L + author);
      case REDDIT -> "t2_" + Long.toString(10_000_000L + author, 36);
      case BLUESKY -> "did:plc:" + Long.toString(4_000_000_000L + author * 31L, 36);
    };
  }

  String personId(long person) {
    return switch (this) {
      case X -> Long.toString(2_000_000_000L + person);
      case MASTODON -> Long.toString(111_000_000_000_000_000L + person);
      case INSTAGRAM -> Long.toString(17_842_000_000_000_000L + person);
      case FACEBOOK -> Long.toString(100_070_000_000_000L + person);
      case REDDIT -> "t2_" + Long.toString(1_000_000_000L + person, 36);
      case BLUESKY -> "did:plc:" + Long.toString(8_000_000_000L + person, 36);
    };
  }

  String ownAccountId(int brand) {
    return switch (this) {
      case X -> Long.toString(700_000_000L + brand * 31L);
      case MASTODON -> Long.toString(108_000_000_000_000_000L + brand);
      case INSTAGRAM -> Long.toString(17_841_300_000_000_000L + brand);
      case FACEBOOK -> Long.toString(61_550_000_000_000L + brand);
      case REDDIT -> "t2_" + Long.toString(5_000_000L + brand, 36);
      case BLUESKY -> "did:plc:" + Long.toString(3_000_000_000L + brand, 36);
    };
  }
}
