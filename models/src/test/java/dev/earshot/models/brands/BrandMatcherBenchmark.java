package dev.earshot.models.brands;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.BrandMarks;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Post;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 10,000 brands with ten patterns each against posts of 20 words. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BrandMatcherBenchmark {
  private static final int BRANDS = 10_000;
  private static final int POSTS = 1024;

  private final Random random = new Random(1);
  private final List<String> words = new ArrayList<>();
  private final List<Post> without = new ArrayList<>();
  private final List<Post> with = new ArrayList<>();
  private BrandBook book = BrandBook.of(null, List.of());
  private BrandMatcher matcher = BrandMatcher.of(book);
  private int next;

  /** Builds brands from one half of a vocabulary and posts from the other. */
  @Setup
  public void setUp() {
    List<Brand> brands = new ArrayList<>();
    for (int i = 0; i < BRANDS; i++) {
      brands.add(brand(i));
    }
    book = BrandBook.of(null, brands);
    matcher = BrandMatcher.of(book);
    for (int i = 0; i < 2_000; i++) {
      words.add(word(1 + random.nextInt(8)) + "y");
    }
    for (int i = 0; i < POSTS; i++) {
      String text = post();
      without.add(Posts.of(text));
      with.add(Posts.of(text + " @" + brands.get(random.nextInt(BRANDS)).marks().handles().get(0)));
    }
    if (without.stream().anyMatch(post -> !matcher.match(post).isEmpty())
        || with.stream().anyMatch(post -> matcher.match(post).isEmpty())) {
      throw new IllegalStateException("the posts are not what they should be");
    }
  }

  /** Posts that name no brand. */
  @Benchmark
  public List<BrandMatch> postWithoutHit() {
    return matcher.match(without.get(next++ & (POSTS - 1)));
  }

  /** Posts that address one brand by its handle. */
  @Benchmark
  public List<BrandMatch> postWithOneHandle() {
    return matcher.match(with.get(next++ & (POSTS - 1)));
  }

  /** The automaton of 100,000 patterns. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.SECONDS)
  public BrandMatcher build() {
    return BrandMatcher.of(book);
  }

  private Brand brand(int number) {
    String stem = word(5) + Integer.toString(number, 36) + "x";
    return new Brand(
        "brand" + number,
        stem,
        new BrandMarks(
            List.of(stem, stem + " group", "the " + stem + " shop", stem + " of " + word(4) + "x"),
            List.of(stem, stem + "_help"),
            List.of(stem, stem + "fans"),
            List.of(stem + ".com", stem + ".example"),
            List.of(),
            List.of()),
        Map.of(),
        List.of(),
        ZoneOffset.UTC,
        Map.of(),
        null,
        null,
        null,
        List.of());
  }

  private String post() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append(i == 0 ? "" : " ").append(words.get(random.nextInt(words.size())));
    }
    return text.toString();
  }

  private String word(int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(23)));
    }
    return word.toString();
  }
}
