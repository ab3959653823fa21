package dev.earshot.pipelines.sources.canonical;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Posts per second of the JSON source, beside Jackson that reads the same bytes and keeps nothing.
 * To be run with {@code org.openjdk.jmh.Main} on the test class path; the set-up prints the bytes
 * of one post, by which posts per second become bytes per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PostsJsonBenchmark {
  private static final int POSTS = 20_000;

  private final JsonFactory plain = new JsonFactory();
  private final PostsJson source = new PostsJson(ReadLimits.DEFAULT);
  private byte[] file = new byte[0];

  /** Writes posts of about 330 bytes with texts of 80 to 160 letters. */
  @Setup
  public void write() {
    Random random = new Random(3);
    StringBuilder posts = new StringBuilder();
    for (int i = 0; i < POSTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = 14 + random.nextInt(12); words > 0; words--) {
        text.append(Long.toString(random.nextInt(1 << 30) + 60_000_000L, 36)).append(' ');
      }
      posts.append(
          String.format(
              Locale.ROOT,
              "{\"network\":\"x\",\"post_id\":\"%d\",\"author_id\":\"%d\",\"author_handle\":\"u%d\","
                  + "\"text\":\"%s\",\"language\":\"en\",\"posted_at\":\"2025-03-01T10:%02d:00Z\","
                  + "\"engagement\":{\"observed_at\":\"2025-03-02T00:00:00Z\",\"like_count\":%d}}%n",
              1L << 60 | i,
              random.nextInt(1 << 30),
              i,
              text,
              i % 60,
              random.nextInt(1000)));
    }
    file = Collected.bytes(posts.toString());
    System.out.println("bytes for one post: " + file.length / POSTS);
  }

  private record Consumer(Blackhole blackhole) implements RecordSink<Post> {
    @Override
    public void accept(Post post, long byteOffset) {
      blackhole.consume(post);
    }

    @Override
    public void reject(Rejection rejection) {
      throw new IllegalStateException(rejection.toString());
    }
  }

  /** Lines, checks, fields and records. */
  @Benchmark
  @OperationsPerInvocation(POSTS)
  public long posts(Blackhole blackhole) throws IOException {
    return source.read(
        new ByteArrayChannel(file, file.length), ByteRange.WHOLE, new Consumer(blackhole));
  }

  /** Jackson's tokens of the whole file, without looking at any value. */
  @Benchmark
  @OperationsPerInvocation(POSTS)
  public long tokens() throws IOException {
    long tokens = 0;
    try (JsonParser parser = plain.createParser(file)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
