package dev.earshot.models.understanding;

import dev.earshot.models.domain.TextSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 128 bits that tell the arguments of {@link TextAnalyzer#understand} apart: two multiplicative
 * lanes over four UTF-16 units at a time, each finished as in MurmurHash3. Not cryptographic.
 */
record TextHash(long high, long low) {
  private static final long A = 0x9e3779b97f4a7c15L;
  private static final long B = 0xc2b2ae3d27d4eb4fL;

  static TextHash of(String text, @Nullable String statedLanguage, List<TextSpan> targets) {
    long high = A ^ text.length();
    long low = B + text.length();
    int length = text.length();
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      long block =
          text.charAt(i)
              | (long) text.charAt(i + 1) << 16
              | (long) text.charAt(i + 2) << 32
              | (long) text.charAt(i + 3) << 48;
      high = mixHigh(high, block);
      low = mixLow(low, block);
    }
    for (; i < length; i++) {
      high = mixHigh(high, text.charAt(i));
      low = mixLow(low, text.charAt(i));
    }
    int stated = statedLanguage == null ? -1 : statedLanguage.length();
    high = mixHigh(high, stated);
    low = mixLow(low, stated);
    for (int j = 0; j < stated && statedLanguage != null; j++) {
      high = mixHigh(high, statedLanguage.charAt(j));
      low = mixLow(low, statedLanguage.charAt(j));
    }
    for (int j = 0; j < targets.size(); j++) {
      long span = (long) targets.get(j).start() << 32 | targets.get(j).end();
      high = mixHigh(high, span);
      low = mixLow(low, span);
    }
    return new TextHash(finish(high + targets.size()), finish(low ^ high));
  }

  private static long mixHigh(long hash, long block) {
    return Long.rotateLeft((hash ^ block) * A, 29);
  }

  private static long mixLow(long hash, long block) {
    return Long.rotateLeft(hash + block * B, 31) * A;
  }

  private static long finish(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
