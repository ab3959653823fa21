package dev.earshot.models.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.classification.ClassifierParameters;
import dev.earshot.models.classification.TextClassifier;
import dev.earshot.models.sentiment.ValenceLexicon;
import dev.earshot.models.text.Artifact;
import dev.earshot.models.training.ClassifierCorpus.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTrainingTest {
  private static final Path DATA = Path.of("../../../shared/data");

  /** 1,000 texts of two classes that one word tells apart. */
  private static ClassifierCorpus corpus() {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String filler = "w" + Integer.toString(i % 97, 36) + " v" + Integer.toString(i, 36);
      texts.add(new Text("made", i % 2, filler + (i % 2 == 0 ? " apple" : " pear"), 1));
    }
    return ClassifierCorpus.of(List.of("apples", "pears"), texts);
  }

  @Test
  void partsAreSevenOneAndTwoTenthsAndShareNoText() {
    ClassifierCorpus corpus = corpus();
    // Binomial with n = 1000: five standard deviations are 73, 48 and 64.
    assertEquals(700, corpus.training().size(), 73);
    assertEquals(100, corpus.calibration().size(), 48);
    assertEquals(200, corpus.validation().size(), 64);
    Set<String> texts =
        Stream.of(corpus.training(), corpus.calibration(), corpus.validation())
            .flatMap(List::stream)
            .map(Text::text)
            .collect(Collectors.toSet());
    assertEquals(1000, texts.size());
  }

  @Test
  void copiesButForCaseAndPunctuationCountOnce() {
    ClassifierCorpus corpus =
        ClassifierCorpus.of(
            List.of("a", "b"),
            List.of(new Text("s", 0, "Win now!", 1), new Text("s", 1, "WIN... now", 1)));
    int all = corpus.training().size() + corpus.calibration().size() + corpus.validation().size();
    assertEquals(1, all);
  }

  @Test
  void aWordThatDecidesIsFoundAndTheSameBytesComeAgain() throws IOException {
    ClassifierCorpus corpus = corpus();
    ClassifierFit fit = new ClassifierFit(ValenceLexicon.of(Map.of()));
    ClassifierParameters parameters = fit.fit(corpus, 1000);
    TextClassifier classifier = TextClassifier.of(parameters);
    for (Text text : corpus.validation()) {
      double[] probabilities = classifier.probabilities(fit.extract(text));
      assertTrue(probabilities[text.label()] > 0.5, text.text());
      assertEquals(1, probabilities[0] + probabilities[1], 1e-12);
    }
    byte[] bytes = bytes(parameters);
    assertArrayEquals(
        bytes, bytes(new ClassifierFit(ValenceLexicon.of(Map.of())).fit(corpus(), 1000)));
    ClassifierParameters read = read(bytes);
    assertEquals(List.of("apples", "pears"), read.classes());
    assertArrayEquals(bytes, bytes(read));
  }

  @Test
  void anotherFileIsRefused() {
    IOException wrong = assertThrows(IOException.class, () -> read(new byte[64]));
    assertEquals("not a classifier: starts with 0", wrong.getMessage());
  }

  @Test
  void rowsByColumn(@TempDir Path folder) throws IOException {
    Path commas = folder.resolve("a.csv");
    Files.writeString(commas, "text,label\n\"one, \"\"two\"\"\nthree\",x\n");
    assertEquals(
        List.of(Map.of("text", "one, \"two\"\nthree", "label", "x")), DelimitedRows.read(commas));
    Path tabs = folder.resolve("a.tsv");
    Files.writeString(tabs, "text\tlabel\nsay \"hi\tx\n");
    assertEquals(List.of(Map.of("text", "say \"hi", "label", "x")), DelimitedRows.read(tabs));
  }

  /**
   * What the model cards say is what the shipped bytes do on texts that they were not fitted to.
   */
  @Test
  void qualityOnTheValidationPartIsAsStated() throws IOException {
    Assumptions.assumeTrue(
        Stream.of("spam_sms", "spam_youtube_comments", "banking77", "clinc150", "lexicons")
            .allMatch(set -> Files.exists(DATA.resolve(set))),
        "the labelled sets are absent");
    TrainClassifiers recipe = new TrainClassifiers(DATA);
    for (Map.Entry<String, ClassifierCorpus> entry :
        Map.of("spam-en", recipe.spam(), "topics-banking-en", recipe.bankingTopics()).entrySet()) {
      ClassifierParameters shipped = read(Artifact.load(entry.getKey()));
      assertEquals(
          Files.readString(
              Path.of("../artifacts", entry.getKey(), "quality.tsv"), StandardCharsets.UTF_8),
          "measure\tvalue\n" + recipe.report(shipped, entry.getValue()));
    }
  }

  private static ClassifierParameters read(byte[] bytes) throws IOException {
    return ClassifierParameters.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static byte[] bytes(ClassifierParameters parameters) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parameters.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
