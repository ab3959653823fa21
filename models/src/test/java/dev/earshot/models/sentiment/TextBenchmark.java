package dev.earshot.models.sentiment;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.LanguageDetector;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
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

/** Posts per second on one core; the property {@code tweets} names the SemEval file (gzip). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TextBenchmark {
  private static final TextSpan FIRST = new TextSpan(0, 1);

  private final Tokenizer tokenizer = new Tokenizer();
  private final SentimentModel model = SentimentModel.english();
  private final LanguageDetector detector = LanguageDetector.create();
  private String[] texts = {};
  private int next;

  @Setup
  public void read() throws IOException {
    Path file =
        Path.of(
            System.getProperty(
                "tweets", "../../shared/data/semeval2017_sentiment/A_2013-2016_train.tsv.gz"));
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      texts = reader.lines().skip(1).map(line -> line.split("\t", 4)[3]).toArray(String[]::new);
    }
  }

  private String text() {
    next = next + 1 == texts.length ? 0 : next + 1;
    return texts[next];
  }

  private Tokens tokens() {
    return tokenizer.tokenize(text());
  }

  /** The floor: every character is read once. */
  @Benchmark
  public int readCharacters() {
    String text = text();
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += text.charAt(i);
    }
    return sum;
  }

  /** CoreNLP's tokenizer alone, with the options that its English pipeline uses. */
  @Benchmark
  public int tokenizeWithCoreNlp() {
    PTBTokenizer<CoreLabel> tokens =
        new PTBTokenizer<>(
            new StringReader(text()), new CoreLabelTokenFactory(), "untokenizable=noneKeep");
    int count = 0;
    while (tokens.hasNext()) {
      count += tokens.next().word().isEmpty() ? 0 : 1;
    }
    return count;
  }

  @Benchmark
  public Tokens tokenize() {
    return tokens();
  }

  @Benchmark
  public Sentiment tokenizeAndScore() {
    return model.score(tokens());
  }

  /** A target at the start of the text, which is scored whole and by its clause. */
  @Benchmark
  public Sentiment tokenizeAndScoreToward() {
    return model.scoreToward(tokens(), FIRST, List.of());
  }

  @Benchmark
  public @Nullable String tokenizeAndDetect() {
    return detector.detect(tokens());
  }
}
