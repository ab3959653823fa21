package dev.earshot.models.training;

import dev.earshot.models.text.Hashing;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The tweets of SemEval-2017 task 4, subtask A, in three parts that share neither a tweet nor a
 * text: eight tenths to fit, one tenth to calibrate, one tenth to report on.
 *
 * <p>Tweets whose texts are equal but for addresses, handles, case and punctuation count once, with
 * the smallest id; where their labels differ, all of them are left out. The part follows from the
 * hash of that id alone.
 */
record SentimentCorpus(
    List<LabelledTweet> training, List<LabelledTweet> calibration, List<LabelledTweet> validation) {
  private static final long SALT = Hashing.of("sentiment split 1");

  static SentimentCorpus read(Path file) throws IOException {
    Map<Long, LabelledTweet> byText = new LinkedHashMap<>();
    Map<Long, Boolean> agrees = new LinkedHashMap<>();
    Tokenizer tokenizer = new Tokenizer();
    try (BufferedReader reader = open(file)) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        LabelledTweet tweet = parse(line);
        long key = textHash(tokenizer.tokenize(tweet.text()));
        LabelledTweet known = byText.get(key);
        agrees.merge(key, true, (a, b) -> a && known != null && known.label() == tweet.label());
        if (known == null || tweet.id() < known.id()) {
          byText.put(key, tweet);
        }
      }
    }
    SentimentCorpus corpus =
        new SentimentCorpus(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    byText.forEach(
        (key, tweet) -> {
          if (Boolean.TRUE.equals(agrees.get(key))) {
            corpus.part(tweet.id()).add(tweet);
          }
        });
    return corpus;
  }

  static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }

  private List<LabelledTweet> part(long id) {
    return switch ((int) Long.remainderUnsigned(Hashing.combine(SALT, id), 10)) {
      case 0 -> calibration;
      case 1 -> validation;
      default -> training;
    };
  }

  private static LabelledTweet parse(String line) {
    String[] cells = line.split("\t", 4);
    int label =
        switch (cells[1]) {
          case "negative" -> 0;
          case "neutral" -> 1;
          case "positive" -> 2;
          default -> throw new IllegalArgumentException("unknown label " + cells[1]);
        };
    return new LabelledTweet(Long.parseLong(cells[0]), label, CorpusText.unescape(cells[3]));
  }

  private static long textHash(Tokens tokens) {
    long hash = Hashing.START;
    for (int i = 0; i < tokens.size(); i++) {
      TokenType type = tokens.type(i);
      if (type != TokenType.URL && type != TokenType.HANDLE && type != TokenType.PUNCTUATION) {
        hash = Hashing.combine(hash, Hashing.of(tokens.normalised(i)));
      }
    }
    return hash;
  }
}
