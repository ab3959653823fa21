package dev.earshot.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Toward a target, against the sentiment of the whole text for each of its targets. The least gains
 * are half of what the model card states.
 */
class TargetQualityTest {
  private static final Path DATA = Path.of("../../shared/data");

  private final SentimentModel model = SentimentModel.english();
  private final Tokenizer tokenizer = new Tokenizer();
  private final Recalls whole = new Recalls();
  private final Recalls toward = new Recalls();

  private static final class Recalls {
    final Map<Polarity, Integer> right = new EnumMap<>(Polarity.class);
    final Map<Polarity, Integer> all = new EnumMap<>(Polarity.class);

    void add(Polarity label, Sentiment sentiment) {
      all.merge(label, 1, Integer::sum);
      right.merge(label, sentiment.polarity() == label ? 1 : 0, Integer::sum);
    }

    double mean() {
      double sum = 0;
      for (Polarity label : Polarity.values()) {
        sum += (double) right.getOrDefault(label, 0) / all.getOrDefault(label, 1) / 3;
      }
      return sum;
    }
  }

  @Test
  void namesInTweets() throws Exception {
    Path file = DATA.resolve("absa_twitter_targets/train.tsv");
    Assumptions.assumeTrue(Files.exists(file), file + " is absent");
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", 4);
      int start = cells[3].indexOf("$T$");
      String text = cells[3].replace("$T$", cells[1]);
      TextSpan target = new TextSpan(start, start + cells[1].length());
      score(text, target, List.of(), Polarity.valueOf(cells[2].toUpperCase(Locale.ROOT)));
    }
    assertBetterBy(0.002);
  }

  @Test
  void aspectsOfRestaurants() throws Exception {
    Path file = DATA.resolve("absa_mams/MAMS-ATSA_val.xml");
    Assumptions.assumeTrue(Files.exists(file), file + " is absent");
    NodeList sentences =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("sentence");
    for (int i = 0; i < sentences.getLength(); i++) {
      Element sentence = (Element) sentences.item(i);
      String text = sentence.getElementsByTagName("text").item(0).getTextContent();
      NodeList terms = sentence.getElementsByTagName("aspectTerm");
      List<TextSpan> targets = new ArrayList<>();
      for (int t = 0; t < terms.getLength(); t++) {
        Element term = (Element) terms.item(t);
        targets.add(new TextSpan(number(term, "from"), number(term, "to")));
      }
      for (int t = 0; t < terms.getLength(); t++) {
        List<TextSpan> others = new ArrayList<>(targets);
        others.remove(t);
        String label = ((Element) terms.item(t)).getAttribute("polarity");
        score(text, targets.get(t), others, Polarity.valueOf(label.toUpperCase(Locale.ROOT)));
      }
    }
    assertBetterBy(0.05);
  }

  private void score(String text, TextSpan target, List<TextSpan> others, Polarity label) {
    Tokens tokens = tokenizer.tokenize(text);
    whole.add(label, model.score(tokens));
    toward.add(label, model.scoreToward(tokens, target, others));
  }

  private void assertBetterBy(double gain) {
    assertTrue(
        toward.mean() > whole.mean() + gain,
        () -> "whole text " + whole.mean() + ", toward " + toward.mean());
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }
}
