package dev.earshot.models.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinHashTest {
  private static final String TEXT =
      "The new store in the old harbour opens on Friday at nine and we can't wait";

  private final MinHash minHash = new MinHash();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RT @shop_1: The new store in the old harbour opens on Friday at nine and we can't wait",
        "the NEW store, in the old harbour: opens on friday at nine... and we cant wait!!!",
        "@anna@social.example The new store in the old harbour opens on Friday at nine and we can’t"
            + " wait https://t.co/a1B2",
        "The new #store in the old harbour opens on Friday at nine &amp; and we can't wait 🎉🎉",
        "  The new store in the old\n\nharbour opens on Friday at nine and we can't waittttt",
      })
  void copiesHaveTheSameSignature(String copy) {
    String original = copy.contains("waittttt") ? TEXT + "t" : TEXT;
    assertEquals(signature(original), signature(copy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The new store in the old harbour opens on Friday at 9 and we can't wait",
        "The new store in the old harbour closes on Friday at nine and we can't wait",
      })
  void anotherWordIsAnotherSignature(String other) {
    double similarity = signature(TEXT).estimateJaccard(signature(other));
    assertTrue(similarity < Clusters.THRESHOLD, () -> "similarity " + similarity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Thank you so much!",
        "love love love ❤❤❤",
        "@a @b @c @d @e @f @g @h @i @j @k https://example.com/a-very-long-address-of-a-page",
        "RT @someone: yes",
        "谢谢你们",
        "&&&&&&&&&& &;&; '''''''' ::::::::::::::::::::::::::::",
      })
  void tooLittleToBeACopy(String text) {
    assertNull(minHash.of(text));
  }

  @Test
  void unspacedScriptsAreCutIntoCharacters() {
    Signature a = signature("新しいお店は金曜日の朝九時に古い港でオープンします、とても楽しみです");
    Signature b = signature("新しいお店は金曜日の朝九時に古い港でオープンします。とても楽しみです!");
    Signature other = signature("昨日届いた靴は箱がつぶれていて、問い合わせにも返事がありませんでした");
    assertTrue(a.estimateJaccard(b) >= Clusters.THRESHOLD);
    assertTrue(a.estimateJaccard(other) < 0.2);
  }

  /**
   * Texts of distinct words share all shingles but those that touch replaced ends: with n shingles
   * in each and s shared, J = s / (2n - s). The mean of 400 estimates lies within four standard
   * errors, sqrt(p(1 - p) / 64 / 400) of the share p that agrees, and one bit of 400 * 64.
   */
  @ParameterizedTest
  @CsvSource({"100, 0", "100, 20", "100, 50", "100, 67", "100, 82", "100, 89", "100, 95", "30, 24"})
  void estimatesTheJaccardSimilarity(int shingles, int shared) {
    double truth = (double) shared / (2 * shingles - shared);
    int pairs = 400;
    SplitMix64 random = new SplitMix64(shared);
    double sum = 0;
    for (int pair = 0; pair < pairs; pair++) {
      sum += pair(random, shingles, shared, false);
    }
    double agreeing = truth + (1 - truth) / 256;
    double error = Math.sqrt(agreeing * (1 - agreeing) / Signature.HASHES / pairs);
    assertEquals(truth, sum / pairs, 4 * error + (shared == 0 ? 1.0 / 256 : 0));
  }

  /** Chance of a common band key, 1 - (1 - J^4)^8, within four standard errors of 4,000 pairs. */
  @ParameterizedTest
  @CsvSource({"100, 95", "100, 89", "100, 67", "100, 46"})
  void bandsFindWhatTheyPromise(int shingles, int shared) {
    double jaccard = (double) shared / (2 * shingles - shared);
    double promised = 1 - Math.pow(1 - Math.pow(jaccard, 4), 8);
    int pairs = 4_000;
    SplitMix64 random = new SplitMix64(shared);
    double found = 0;
    for (int pair = 0; pair < pairs; pair++) {
      found += pair(random, shingles, shared, true);
    }
    double error = Math.sqrt(promised * (1 - promised) / pairs);
    assertEquals(promised, found / pairs, 4 * error + 0.01);
  }

  @Test
  void bytesKeepTheSignature() {
    Signature signature = signature(TEXT);
    assertEquals(Signature.BYTES, signature.toBytes().length);
    assertEquals(signature, Signature.of(signature.toBytes()));
    assertEquals(signature.hashCode(), Signature.of(signature.toBytes()).hashCode());
    assertThrows(IllegalArgumentException.class, () -> Signature.of(new byte[63]));
  }

  @Test
  void bandKeysDifferBetweenBands() {
    long[] keys = Signature.of(new byte[Signature.BYTES]).bandKeys();
    assertEquals(Signature.BANDS, java.util.Arrays.stream(keys).distinct().count());
  }

  @Test
  void hostileTextsAreReadInOnePass() {
    assertNull(minHash.of("&".repeat(1_000_000)));
    assertNull(minHash.of("@".repeat(1_000_000)));
    assertNull(minHash.of("a".repeat(1_000_000)));
    assertNotNull(minHash.of("ab ".repeat(300_000)));
    assertNotNull(minHash.of("\uD83D ab\uDC00 ".repeat(100_000)));
    assertEquals(signature(TEXT), new MinHash().of(TEXT));
  }

  /** Two texts of distinct made-up words with the last or first shingles in common. */
  private double pair(SplitMix64 random, int shingles, int shared, boolean byBands) {
    StringBuilder a = new StringBuilder();
    StringBuilder b = new StringBuilder();
    int sharedWords = shared == 0 ? 0 : shared + Shingles.WORD_LENGTH - 1;
    for (int i = 0; i < shingles + Shingles.WORD_LENGTH - 1; i++) {
      String word = Long.toString(random.next() >>> 1, 36);
      a.append(word).append(' ');
      b.append(i < sharedWords ? word : Long.toString(random.next() >>> 1, 36)).append(' ');
    }
    Signature first = signature(a.toString());
    Signature second = signature(b.toString());
    if (!byBands) {
      return first.estimateJaccard(second);
    }
    long[] keys = first.bandKeys();
    long[] otherKeys = second.bandKeys();
    for (int band = 0; band < Signature.BANDS; band++) {
      if (keys[band] == otherKeys[band]) {
        return 1;
      }
    }
    return 0;
  }

  private Signature signature(String text) {
    Signature signature = minHash.of(text);
    assertNotNull(signature);
    return signature;
  }

  @Test
  void wishesAndThanksAreNotLong() {
    signature("@dup thank you so much for your help you are the best");
    assertFalse(minHash.isLong());
    signature(TEXT);
    assertTrue(minHash.isLong());
  }

  @ParameterizedTest
  @CsvSource({
    "I love how you treat families, I hate how you treat families, false",
    "You do help, You don't help, false",
    "Ich mag den Laden sehr, Ich mag den Laden nicht, false",
    "This: we love it, we LOVE it!, true",
    "we opened a store, we closed a shop, true"
  })
  void wordsThatDecideTellTextsApart(String one, String other, boolean isSame) {
    minHash.of(one);
    long first = minHash.decidingWords();
    minHash.of(other);
    assertEquals(isSame, first == minHash.decidingWords());
  }
}
