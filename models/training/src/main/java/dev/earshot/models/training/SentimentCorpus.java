package dev.earshot.models.training;

import dev.earshot.models.evaluation.CorpusText;
import dev.earshot.models.text.Hashing;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Tweets of SemEval-2017 task 4, subtask A, in three parts that share neither a tweet nor a text:
 * the official validation split, as TweetEval gives it, to report on; of the rest one twentieth to
 * calibrate, and what is left to fit.
 *
 * <p>Tweets whose texts are equal but for addresses, handles, case and punctuation count once, with
 * the smallest id; where their labels differ, all of them are left out. Whether a tweet calibrates
 * follows from the hash of that id alone.
 */
record SentimentCorpus(
    List<LabelledTweet> training, List<LabelledTweet> calibration, List<LabelledTweet> validation) {
  private static final long SALT = Hashing.of("sentiment split 1");
  private static final int CALIBRATION_SHARE = 20;
  private static final Set<String> MASKED_ADDRESSES = Set.of("http", "https");

  /** Reads the corpus from the folder of the data. */
  static SentimentCorpus read(Path data) throws IOException {
    return read(
        data.resolve("semeval2017_sentiment/A_2013-2016_train.tsv.gz"),
        data.resolve("tweeteval/sentiment_val.tsv"));
  }

  static SentimentCorpus read(Path tweets, Path validationFile) throws IOException {
    SentimentCorpus corpus =
        new SentimentCorpus(new ArrayList<>(), new ArrayList<>(), readValidation(validationFile));
    Set<Long> validationTexts = new HashSet<>();
    corpus.validation.forEach(tweet -> validationTexts.add(textHash(tweet.text())));
    Map<Long, LabelledTweet> byText = new LinkedHashMap<>();
    Set<Long> contradictory = new HashSet<>();
    try (BufferedReader reader = open(tweets)) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        LabelledTweet tweet = parse(line);
        long key = textHash(tweet.text());
        LabelledTweet known = byText.get(key);
        if (known != null && known.label() != tweet.label()) {
          contradictory.add(key);
        }
        if (known == null || tweet.id() < known.id()) {
          byText.put(key, tweet);
        }
      }
    }
    byText.forEach(
        (key, tweet) -> {
          if (!contradictory.contains(key) && !validationTexts.contains(key)) {
            corpus.part(tweet.id()).add(tweet);
          }
        });
    return corpus;
  }

  static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    boolean isCompressed = file.toString().endsWith(".gz");
    return new BufferedReader(
        new InputStreamReader(isCompressed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
  }

  /** The same for texts that are equal but for addresses, handles, case and punctuation. */
  static long textHash(String text) {
    Tokens tokens = new Tokenizer().tokenize(text);
    long hash = Hashing.START;
    for (int i = 0; i < tokens.size(); i++) {
      TokenType type = tokens.type(i);
      if (type != TokenType.URL && type != TokenType.HANDLE && type != TokenType.PUNCTUATION) {
        String word = tokens.normalised(i);
        hash = MASKED_ADDRESSES.contains(word) ? hash : Hashing.combine(hash, Hashing.of(word));
      }
    }
    return hash;
  }

  /** 0 negative, 1 neutral, 2 positive. */
  static int label(String name) {
    return switch (name) {
      case "negative" -> 0;
      case "neutral" -> 1;
      case "positive" -> 2;
      default -> throw new IllegalArgumentException("unknown label " + name);
    };
  }

  private List<LabelledTweet> part(long id) {
    long remainder = Long.remainderUnsigned(Hashing.combine(SALT, id), CALIBRATION_SHARE);
    return remainder == 0 ? calibration : training;
  }

  private static LabelledTweet parse(String line) {
    String[] cells = line.split("\t", 4);
    return new LabelledTweet(
        Long.parseLong(cells[0]), label(cells[1]), CorpusText.unescape(cells[3]));
  }

  private static List<LabelledTweet> readValidation(Path file) throws IOException {
    List<LabelledTweet> tweets = new ArrayList<>();
    try (BufferedReader reader = open(file)) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", 4);
        String text = CorpusText.unescape(cells[3]);
        tweets.add(new LabelledTweet(Long.parseLong(cells[0]), label(cells[2]), text));
      }
    }
    return tweets;
  }
}
