package dev.earshot.models.training;

import dev.earshot.models.classification.ClassifierParameters;
import dev.earshot.models.evaluation.CorpusText;
import dev.earshot.models.sentiment.ValenceLexicon;
import dev.earshot.models.text.Hashing;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.Topic;
import dev.earshot.models.training.ClassifierCorpus.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the artifacts {@code spam-en} and {@code topics-banking-en}, the same bytes each time.
 *
 * <p>Arguments: the folder of the data (with {@code spam_sms}, {@code spam_youtube_comments},
 * {@code banking77}, {@code clinc150} and what {@link TrainSentiment} reads), the folder of the
 * artifacts. Tweets of SemEval and, for spam, the queries of the two other sets stand for what is
 * neither spam nor about a bank: nobody labelled them so, and they weigh less.
 */
public final class TrainClassifiers {
  private static final int SPAM_FEATURES = 40_000;
  private static final int TOPIC_FEATURES = 24_000;
  private static final float UNLABELLED_WEIGHT = 0.3f;
  private static final int TWEETS = 8_000;
  private static final long SALT = Hashing.of("unlabelled tweets 1");
  private static final String OTHER = "other";

  /** CLINC150's intents that are topics of ours. */
  private static final Map<String, String> CLINC =
      Map.ofEntries(
          Map.entry("report_lost_card", "card_security"),
          Map.entry("report_fraud", "card_security"),
          Map.entry("new_card", "card_delivery"),
          Map.entry("replacement_card_duration", "card_delivery"),
          Map.entry("card_declined", "card_not_working"),
          Map.entry("pin_change", "pin_and_access"),
          Map.entry("account_blocked", "pin_and_access"),
          Map.entry("transfer", "transfer"));

  /** Its other intents about banks, which may or may not fall under a topic of ours. */
  private static final Set<String> CLINC_LEFT_OUT =
      Set.of(
          "application_status",
          "apr",
          "balance",
          "bill_balance",
          "bill_due",
          "credit_limit",
          "credit_limit_change",
          "credit_score",
          "damaged_card",
          "direct_deposit",
          "exchange_rate",
          "expiration_date",
          "freeze_account",
          "improve_credit_score",
          "income",
          "interest_rate",
          "international_fees",
          "min_payment",
          "order_checks",
          "pay_bill",
          "redeem_rewards",
          "rewards_balance",
          "routing",
          "spending_history",
          "transactions",
          "travel_notification");

  private final Path data;
  private final ClassifierFit fit;
  private final List<LabelledTweet> tweets;

  TrainClassifiers(Path data) throws IOException {
    this.data = data;
    ValenceLexicon lexicon = VaderLexicon.read(data.resolve("lexicons"));
    fit = new ClassifierFit(lexicon);
    List<LabelledTweet> all = SentimentCorpus.read(data).training();
    tweets =
        all.stream()
            .filter(
                tweet ->
                    Long.remainderUnsigned(Hashing.combine(SALT, tweet.id()), all.size()) < TWEETS)
            .toList();
  }

  public static void main(String[] arguments) throws IOException {
    TrainClassifiers recipe = new TrainClassifiers(Path.of(arguments[0]));
    Path artifacts = Path.of(arguments[1]);
    recipe.write(artifacts.resolve("spam-en"), recipe.spam(), SPAM_FEATURES);
    recipe.write(artifacts.resolve("topics-banking-en"), recipe.bankingTopics(), TOPIC_FEATURES);
  }

  ClassifierCorpus spam() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (Map<String, String> row : rows("spam_sms/sms_shared.tsv")) {
      add(texts, "sms", cell(row, "label").equals("spam") ? 1 : 0, cell(row, "text"), 1);
    }
    for (Map<String, String> row : rows("spam_youtube_comments/comments_shared.csv")) {
      add(texts, "youtube", cell(row, "spam").equals("1") ? 1 : 0, cell(row, "content"), 1);
    }
    for (Map<String, String> row : rows("banking77/train.csv")) {
      add(texts, "banking77", 0, cell(row, "text"), UNLABELLED_WEIGHT / 4);
    }
    for (Map<String, String> row : rows("clinc150/train.tsv")) {
      add(texts, "clinc150", 0, cell(row, "text"), UNLABELLED_WEIGHT / 4);
    }
    addTweets(texts, 0);
    return ClassifierCorpus.of(List.of(OTHER, "spam"), texts);
  }

  ClassifierCorpus bankingTopics() throws IOException {
    List<String> classes = new ArrayList<>(List.of(OTHER));
    Map<String, Integer> byLabel = new HashMap<>();
    for (Topic topic : Taxonomy.industry("banking").topics()) {
      topic.labels().forEach(label -> byLabel.put(label, classes.size()));
      classes.add(topic.id());
    }
    List<Text> texts = new ArrayList<>();
    for (Map<String, String> row : rows("banking77/train.csv")) {
      Integer label = byLabel.get(cell(row, "category"));
      if (label != null) {
        add(texts, "banking77", label, cell(row, "text"), 1);
      }
    }
    for (String file : List.of("clinc150/train.tsv", "clinc150/oos_train.tsv")) {
      for (Map<String, String> row : rows(file)) {
        String intent = cell(row, "intent");
        if (!CLINC_LEFT_OUT.contains(intent)) {
          int label = classes.indexOf(CLINC.getOrDefault(intent, OTHER));
          add(texts, "clinc150", label, cell(row, "text"), 1);
        }
      }
    }
    addTweets(texts, 0);
    return ClassifierCorpus.of(List.copyOf(classes), texts);
  }

  private void addTweets(List<Text> texts, int label) {
    tweets.forEach(tweet -> texts.add(new Text("tweets", label, tweet.text(), UNLABELLED_WEIGHT)));
  }

  private void write(Path artifact, ClassifierCorpus corpus, int mostFeatures) throws IOException {
    ClassifierParameters parameters = fit.fit(corpus, mostFeatures);
    ArtifactWriter.write(artifact, parameters::write);
    ArtifactWriter.writeQuality(artifact, report(parameters, corpus));
  }

  /** The quality on each set of the validation part. */
  String report(ClassifierParameters parameters, ClassifierCorpus corpus) {
    StringBuilder report = new StringBuilder();
    for (String set : corpus.validation().stream().map(Text::set).distinct().sorted().toList()) {
      List<Text> ofSet =
          corpus.validation().stream().filter(text -> text.set().equals(set)).toList();
      report.append(ClassifierEvaluation.report(set, parameters, fit, ofSet));
    }
    return report.toString();
  }

  private List<Map<String, String>> rows(String file) throws IOException {
    return DelimitedRows.read(data.resolve(file));
  }

  private static void add(List<Text> texts, String set, int label, String text, float weight) {
    texts.add(new Text(set, label, CorpusText.unescape(text), weight));
  }

  private static String cell(Map<String, String> row, String column) {
    String cell = row.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return cell;
  }
}
