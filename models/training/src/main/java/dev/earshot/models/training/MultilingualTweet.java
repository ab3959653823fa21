package dev.earshot.models.training;

import dev.earshot.models.evaluation.CorpusText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A labelled tweet of UMSAB, of its training or its validation split. */
record MultilingualTweet(String language, boolean isValidation, LabelledTweet tweet) {
  /** Reads the set from the folder of the data. */
  static List<MultilingualTweet> read(Path data) throws IOException {
    Path file = data.resolve("sentiment_multilingual_umsab/umsab_shared.tsv.gz");
    List<MultilingualTweet> tweets = new ArrayList<>();
    try (BufferedReader reader = SentimentCorpus.open(file)) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", 4);
        LabelledTweet tweet =
            new LabelledTweet(
                tweets.size(), SentimentCorpus.label(cells[2]), CorpusText.unescape(cells[3]));
        tweets.add(new MultilingualTweet(cells[0], cells[1].equals("val"), tweet));
      }
    }
    return tweets;
  }

  /** The same for texts that are equal but for addresses, handles, case and punctuation. */
  long textHash() {
    return SentimentCorpus.textHash(tweet.text());
  }
}
