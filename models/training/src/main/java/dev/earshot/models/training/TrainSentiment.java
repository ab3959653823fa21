package dev.earshot.models.training;

import dev.earshot.models.sentiment.SentimentParameters;
import dev.earshot.models.sentiment.ValenceLexicon;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the artifact {@code sentiment-en}, the same bytes each time.
 *
 * <p>Arguments: the folder of the data (with {@code semeval2017_sentiment}, {@code tweeteval} and
 * {@code lexicons}), the folder of the artifacts.
 */
public final class TrainSentiment {
  private TrainSentiment() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path artifact = Path.of(arguments[1], "sentiment-en");
    SentimentCorpus corpus = SentimentCorpus.read(data);
    ValenceLexicon lexicon = VaderLexicon.read(data.resolve("lexicons"));
    SentimentParameters fitted = new SentimentFit(lexicon).fit(corpus.training());
    SentimentParameters parameters =
        fitted.withTemperature(
            SentimentEvaluation.of(fitted, corpus.calibration()).bestTemperature());
    ArtifactWriter.write(artifact, parameters::write);
    ArtifactWriter.writeQuality(
        artifact,
        "tweets_training\t"
            + corpus.training().size()
            + "\ntweets_calibration\t"
            + corpus.calibration().size()
            + "\n"
            + SentimentEvaluation.of(parameters, corpus.validation()).report());
  }
}
