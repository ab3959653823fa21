package dev.earshot.pipelines.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.evaluation.ClassQuality;
import dev.earshot.models.evaluation.EvaluationTask;
import dev.earshot.models.evaluation.LabelWords;
import dev.earshot.models.evaluation.StoredPrecision;
import dev.earshot.models.topics.Taxonomy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made by hand, understood by an analyzer whose answers stand in the texts. */
class EvaluationTest {
  private static final double EXACT = 1e-12;

  @TempDir @Nullable Path folder;

  private Path file(String name, String content) throws IOException {
    assertNotNull(folder);
    return Files.writeString(folder.resolve(name), content);
  }

  private static EvaluationResult evaluate(EvaluationTask task, Path file, String columns)
      throws IOException {
    return evaluate(task, file, columns, PredictionsFile.none());
  }

  private static EvaluationResult evaluate(
      EvaluationTask task, Path file, String columns, Evaluation.PredictionSink sink)
      throws IOException {
    return new Evaluation(
            task,
            Columns.parse(columns),
            new ToldAnalyzer(),
            Taxonomy.general(),
            LabelWords.shipped(),
            Map.of(),
            () -> 0)
        .run(file, sink);
  }

  /** "Can't tell" is a class where topics are told apart: one of its two texts has a topic. */
  @Test
  void aTopicLabelThatMeansNoneIsAClass() throws IOException {
    Path file =
        file(
            "topics.tsv",
            """
            text\tlabel
            my parcel was not delivered\tdelivery
            it is what it is\tCan't Tell
            your courier never came\tCan't Tell
            """);
    EvaluationResult result = evaluate(EvaluationTask.TOPIC, file, "text=text,label=label");
    assertEquals(3, result.quality().n());
    assertEquals(2 / 3d, result.quality().accuracy(), EXACT);
    assertEquals(
        List.of("delivery", "none"),
        result.quality().classes().stream().map(ClassQuality::label).toList());
  }

  /** Ten rows; by hand: negative 2 of 3, neutral 1 of 2, positive 2 of 3 right, one unreadable. */
  @Test
  void scoresAndAccountsForEveryRow() throws IOException {
    Path file =
        file(
            "a.tsv",
            """
            text\tlabel
            bad\tNegative
            bad "quoted\tneg
            good\tnegative
            dull\tneutral
            mute\tneutral
            good\tpositive
            good\tpos
            bad\tPOSITIVE
            good\tirrelevant
            good\twhatever
            good\t
            good
            """);
    EvaluationResult result = evaluate(EvaluationTask.SENTIMENT, file, "text=text,label=label");
    assertEquals(12, result.rows().all());
    assertEquals(8, result.quality().n());
    assertEquals(1, result.rows().leftOut());
    assertEquals(1, result.rows().unknown());
    assertEquals(Map.of("whatever", 1L), result.unknownLabels());
    assertEquals(1, result.rows().unlabelled());
    assertEquals(1, result.rows().unreadable());
    assertEquals("line 13 has 1 cells, expected at least 2", result.firstFault());
    assertEquals(5 / 8d, result.quality().accuracy());
    assertEquals((2 / 3d + 1 / 2d + 2 / 3d) / 3, value(result.quality().macroRecall()), EXACT);
    // F1 of each: 2*2/(3+3), 2*1/(2+1), 2*2/(3+3).
    assertEquals(2 / 3d, value(result.quality().macroF1()), EXACT);
    // Seven answers at confidence 0.8, five of them right.
    assertEquals(0.8 - 5 / 7d, value(result.quality().ece()), EXACT);
    assertEquals(
        Map.of("negative", 0L, "neutral", 1L, "positive", 0L, "unknown", 1L),
        result.quality().confusion().get("neutral"));
    assertTrue(ReportWriter.text(result).contains("1 have an unknown label: whatever (1)"));
    assertTrue(ReportWriter.json(result).contains("\"n\" : 8"));
  }

  /**
   * Of two texts said to be suggestions one is; "bad please broken" is a complaint by its feeling
   * too, at 0.8; what is not found has no confidence.
   */
  @Test
  void answersOfRulesAreHeldAgainstTheirStoredPrecision() throws IOException {
    double stored = value(StoredPrecision.shipped("intents").of("suggestion"));
    Path yesOrNo = file("y.tsv", "text\tsuggestion\nplease\t1\nplease do\t0\ndull\t1\ndull\t0\n");
    assertEquals(
        Math.abs(stored - 0.5),
        value(
            evaluate(EvaluationTask.INTENT, yesOrNo, "text=text,label=suggestion").quality().ece()),
        EXACT);
    Path lists = file("l.tsv", "text\tlabel\nplease bad broken\tsuggestion|complaint\n");
    assertEquals(
        (1 - stored + 0.2) / 2,
        value(evaluate(EvaluationTask.INTENT, lists, "text=text,label=label").quality().ece()),
        EXACT);
  }

  private static double value(@Nullable Double value) {
    assertNotNull(value);
    return value;
  }

  @Test
  void readsEveryKindOfFileAlike() throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(file("a.tsv", "1\tbad\t-1\n2\t\"good\t1\n3\tdull\t0\n"));
    files.add(file("b.csv", "\uFEFF1,bad,0\r\n2,\"go\"\"od, good\",2\r\n3,dull,1\r\n"));
    files.add(file("c.csv", "1;bad;0\n2;good;4\n3;dull;2\n"));
    assertNotNull(folder);
    Path packed = folder.resolve("d.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("1\tbad\tneg\n2\tgood\tpos\n3\tdull\tneu\n".getBytes(StandardCharsets.UTF_8));
    }
    files.add(packed);
    for (Path file : files) {
      EvaluationResult result = evaluate(EvaluationTask.SENTIMENT, file, "text=2,label=3");
      assertEquals(3, result.quality().n(), file.toString());
      assertEquals(1, result.quality().accuracy(), file.toString());
    }
    Path json =
        file(
            "e.jsonl",
            """
            {"post":{"text":"bad"},"stars":1}
            {"stars":5,"post":{"text":"good"}}
            {"stars":3
            """);
    EvaluationResult result =
        evaluate(EvaluationTask.SENTIMENT, json, "text=post.text,label=stars");
    assertEquals(2, result.quality().n());
    assertEquals(1, result.quality().accuracy());
    assertEquals("line 3 is not a JSON object", result.firstFault());
  }

  /** The text is good as a whole and bad toward the second target. */
  @Test
  void targetsOfOneTextAreAnsweredTogether() throws IOException {
    Path file =
        file(
            "a.xml",
            "<sentences><sentence><text>soup good; Tea bad</text><aspectTerms>"
                + "<aspectTerm term=\"soup\" polarity=\"positive\"/>"
                + "<aspectTerm term=\"tea\" polarity=\"negative\"/>"
                + "<aspectTerm term=\"tea\" polarity=\"conflict\"/></aspectTerms></sentence>"
                + "</sentences>");
    EvaluationResult result =
        evaluate(EvaluationTask.TARGET_SENTIMENT, file, "text=text,label=polarity,target=term");
    assertEquals(2, result.quality().n());
    assertEquals(1, result.rows().leftOut());
    assertEquals(1, result.texts());
    assertEquals(1, result.quality().accuracy());
    assertNotNull(result.wholeText());
    assertEquals(0.5, result.wholeText().accuracy());
  }

  @Test
  void putsTheTargetInItsPlace() throws IOException {
    Path file = file("a.tsv", "t\tl\tn\n$T$ bad , x good\tnegative\twindows 7\n");
    EvaluationResult result =
        evaluate(EvaluationTask.TARGET_SENTIMENT, file, "text=t,label=l,target=n");
    assertEquals(1, result.quality().accuracy());
  }

  @Test
  void anIntentTakesItsNameFromTheColumn() throws IOException {
    Path file = file("a.csv", "text,complaint\nbroken,1\nfine,0\nslow,1\nbroken it,0\n");
    EvaluationResult result = evaluate(EvaluationTask.INTENT, file, "text=text,label=complaint");
    assertEquals(
        Map.of("complaint", 1L, "none", 1L, "unknown", 0L),
        result.quality().confusion().get("complaint"));
    assertEquals(0.5, result.quality().macroRecall());
    Path other = file("b.csv", "text,x\nbroken,1\nfine,0\n");
    UnreadableLabelsException e =
        assertThrows(
            UnreadableLabelsException.class,
            () -> evaluate(EvaluationTask.INTENT, other, "text=text,label=x"));
    assertEquals(
        "the labels say yes or no to an intent: name it, as in --columns ...,intent=complaint",
        e.getMessage());
    assertEquals(
        1,
        evaluate(EvaluationTask.INTENT, other, "text=text,label=x,intent=complaint")
            .quality()
            .accuracy());
  }

  /** By hand: complaint found 1 of 2, suggestion 1 of 1 with one false; two of four rows right. */
  @Test
  void countsEachOfSeveralIntents() throws IOException {
    Path file =
        file(
            "a.tsv",
            """
            text\tlabel
            broken please\tcomplaint|suggestion
            slow\tcomplaint
            please\tbug
            hm\tmeaningless
            """);
    EvaluationResult result = evaluate(EvaluationTask.INTENT, file, "text=text,label=label");
    assertEquals(4, result.quality().n());
    assertEquals(0.5, result.quality().accuracy());
    assertEquals((1 / 2d + 1 + 0) / 3, value(result.quality().macroRecall()), EXACT);
    assertEquals(
        Map.of(
            "true_positive", 1L, "false_positive", 1L, "false_negative", 0L, "true_negative", 2L),
        result.quality().confusion().get("suggestion"));
    assertNull(result.quality().macroF1Interval());
  }

  /** True shares of a: 1/2, 0, 1/2, counted 0, 0, 1; of b all right. Mean error (1/3 + 0) / 2. */
  @Test
  void measuresSharesByGroup() throws IOException {
    Path file = file("a.csv", "text,label,brand\ngood,neg,a\ngood,pos,a\nbad,neg,b\ndull,neu,b\n");
    EvaluationResult result =
        evaluate(EvaluationTask.SENTIMENT, file, "text=text,label=label,group=brand");
    assertNotNull(result.shares());
    assertEquals(2, result.shares().groups());
    assertEquals(1 / 6d, result.shares().countingError(), EXACT);
    assertEquals("expectation_maximisation", result.shares().method());
  }

  @Test
  void writesALinePerRecord() throws IOException {
    Path file = file("a.csv", "text,label,brand\nbad,neg,a\n\"open\ngood,zzz,b\nmute,pos,\n");
    assertNotNull(folder);
    Path predictions = folder.resolve("p.tsv");
    try (PredictionsFile sink = PredictionsFile.create(predictions)) {
      evaluate(EvaluationTask.SENTIMENT, file, "text=text,label=label,group=brand", sink);
    }
    assertEquals(
        """
        row\tlabel\tpredicted\tp_negative\tp_neutral\tp_positive\tgroup
        1\tnegative\tnegative\t0.800000\t0.100000\t0.100000\ta
        2\t\t\t\t\t\t
        3\t\tpositive\t0.100000\t0.100000\t0.800000\tb
        4\tpositive\t\t\t\t\t
        """,
        Files.readString(predictions));
  }

  @Test
  void saysWhichColumnsThereAre() throws IOException {
    Path file = file("a.csv", "text,label\nbad,neg\n");
    UnreadableLabelsException e =
        assertThrows(
            UnreadableLabelsException.class,
            () -> evaluate(EvaluationTask.SENTIMENT, file, "text=body,label=label"));
    assertEquals(
        "no column body; the first line has: text, label. Columns go by name, or by number from 1",
        e.getMessage());
  }

  @Test
  void columnsMayHoldAnySign() {
    Columns columns = Columns.parse("text=a, b=c,label=x,target=y=z");
    assertEquals(Map.of("text", "a, b=c", "label", "x", "target", "y=z"), columns.columns());
    assertThrows(IllegalArgumentException.class, () -> Columns.parse("text=a"));
    assertThrows(IllegalArgumentException.class, () -> Columns.parse("label=a,label=b"));
    assertThrows(IllegalArgumentException.class, () -> Columns.parse("words=a,label=b"));
  }
}
