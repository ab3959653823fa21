package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.ReadingRules;
import dev.earshot.pipelines.run.RunClock;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SecretKeySource;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.UserDefinitions;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.Compression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptions.CheckEnabled;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.junit.jupiter.api.Test;

/** What can be said of the graph before anything runs. */
class PipelineGraphTest {
  private static SourceFile file(int index, Format format) {
    return new SourceFile(index, format.code(), "/" + format.code(), format, Compression.NONE, 1);
  }

  private static RunSettings settings() {
    return new RunSettings(
        "run",
        new YamlText("brands.yaml", SmallInput.BRANDS),
        ReadingRules.NONE,
        0,
        UserDefinitions.SHIPPED,
        new SecretKeySource("key"),
        DateScope.ALL,
        new RunClock(null, 0),
        false,
        "/staging",
        2);
  }

  /** Steps find what they share by their settings: comparing texts for each element is too dear. */
  @Test
  void settingsThatAProcessReceivesAreOneObject() {
    RunSettings first = SerializableUtils.clone(settings());
    assertSame(first, SerializableUtils.clone(settings()));
    assertEquals(settings(), first);
  }

  static Pipeline graph() {
    return graph(
        Format.POSTS_JSONL,
        Format.MESSAGES_JSONL,
        Format.ORDERS_JSONL,
        Format.IDENTITIES_JSONL,
        Format.PROFILES_JSONL,
        Format.ACCESS_LOG);
  }

  private static Pipeline graph(Format... formats) {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setStableUniqueNames(CheckEnabled.ERROR);
    Pipeline pipeline = Pipeline.create(options);
    List<SourceFile> files = new ArrayList<>();
    for (Format format : formats) {
      files.add(file(files.size(), format));
    }
    EarshotPipeline.build(pipeline, files, settings());
    return pipeline;
  }

  /** What reads and what writes tables. */
  private static Set<String> ends(Format... formats) {
    Set<String> ends = new TreeSet<>();
    graph(formats)
        .traverseTopologically(
            new Pipeline.PipelineVisitor.Defaults() {
              @Override
              public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
                note(node);
                return CompositeBehavior.ENTER_TRANSFORM;
              }

              @Override
              public void visitPrimitiveTransform(TransformHierarchy.Node node) {
                note(node);
              }

              private void note(TransformHierarchy.Node node) {
                if (node.getFullName().matches("(Read|Write)[A-Za-z]+")) {
                  ends.add(node.getFullName());
                }
              }
            });
    return ends;
  }

  private static final Set<String> OF_EVERY_RUN =
      Set.of("WriteRejectedRecords", "WriteSourceCoverageDaily", "WriteSummary");

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void inputThatARunDoesNotHaveAddsNoSteps() {
    Set<String> posts =
        with(
            OF_EVERY_RUN,
            "ReadPosts",
            "WriteBrandMentions",
            "WriteBrandAudiencesMonthly",
            "WriteBrandRelationshipsMonthly",
            "WritePostEngagementSnapshots",
            "WriteBrandResponses",
            "WriteConversations",
            "WriteBrandReputationDaily",
            "WriteBrandTopicsDaily",
            "WriteBrandKeyPhrasesDaily",
            "WriteBrandAlerts",
            "WriteBrandComparisons",
            "WriteBrandRankings",
            "WriteBrandEngagementDaily",
            "WriteBrandInbox",
            "WriteBrandScorecardsWeekly",
            "WriteBrandSwitchingMonthly");
    assertEquals(posts, ends(Format.POSTS_JSONL));
    assertEquals(with(posts, "WriteAccountProfiles"), ends(Format.X_API_V2));
    assertEquals(
        with(OF_EVERY_RUN, "ReadProfiles", "WriteAccountProfiles"), ends(Format.PROFILES_JSONL));
    assertEquals(with(posts, "ReadMessages"), ends(Format.POSTS_JSONL, Format.MESSAGES_JSONL));
    assertEquals(
        with(OF_EVERY_RUN, "ReadMessages", "WriteConversations", "WriteBrandInbox"),
        ends(Format.MESSAGES_JSONL));
    Set<String> logs =
        with(
            OF_EVERY_RUN,
            "ReadHits",
            "WriteSiteSessions",
            "WriteBrandReferralsDaily",
            "WriteBrandScorecardsWeekly");
    assertEquals(logs, ends(Format.ACCESS_LOG));
    Set<String> orders =
        with(
            OF_EVERY_RUN,
            "ReadOrders",
            "WriteOrders",
            "WriteBrandCustomersMonthly",
            "WriteBrandRetentionMonthly",
            "WriteCustomers",
            "WriteBrandScorecardsWeekly");
    assertEquals(orders, ends(Format.ORDERS_JSONL));
    assertEquals(
        with(posts, orders.toArray(String[]::new)), ends(Format.POSTS_JSONL, Format.ORDERS_JSONL));
    assertEquals(
        with(posts, "ReadIdentities", "WriteBrandReferralsDaily"),
        ends(Format.POSTS_JSONL, Format.IDENTITIES_JSONL));
  }

  /** Beam tells two steps of one name apart by a number, which it refuses when the run begins. */
  @Test
  void everyStepHasANameOfItsOwn() {
    Set<String> names = new TreeSet<>();
    graph()
        .traverseTopologically(
            new Pipeline.PipelineVisitor.Defaults() {
              @Override
              public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
                names.add(node.getFullName());
                return CompositeBehavior.ENTER_TRANSFORM;
              }

              @Override
              public void visitPrimitiveTransform(TransformHierarchy.Node node) {
                names.add(node.getFullName());
              }
            });
    assertEquals(
        List.of(),
        names.stream()
            .filter(name -> name.matches("[A-Za-z]+[0-9]"))
            .filter(name -> names.contains(name.substring(0, name.length() - 1)))
            .toList());
  }

  /**
   * Flink streams the values of a key only to one step without side inputs; any other receives them
   * as one element, in memory. The groupings named here may do so: a brand's own posts of a day,
   * its figures by week, and what is gathered in a partition of 4 MiB of input.
   */
  @Test
  void groupingsOfManyValuesStreamIntoOneStep() {
    Map<PValue, String> groupings = new LinkedHashMap<>();
    Map<PValue, List<String>> consumers = new LinkedHashMap<>();
    graph()
        .traverseTopologically(
            new Pipeline.PipelineVisitor.Defaults() {
              @Override
              public void visitPrimitiveTransform(TransformHierarchy.Node node) {
                Map<TupleTag<?>, PValue> side = node.getTransform().getAdditionalInputs();
                node.getInputs()
                    .forEach(
                        (tag, input) -> {
                          if (!side.containsKey(tag)) {
                            consumers
                                .computeIfAbsent(input, i -> new ArrayList<>())
                                .add(side.isEmpty() ? "streams" : "whole");
                          }
                        });
                if (node.getTransform() instanceof GroupByKey) {
                  node.getOutputs()
                      .values()
                      .forEach(output -> groupings.put(output, node.getFullName()));
                }
              }
            });
    assertTrue(groupings.size() >= 15, groupings.values().toString());
    Set<String> whole = new TreeSet<>();
    groupings.forEach(
        (output, name) -> {
          if (!List.of("streams").equals(consumers.get(output))) {
            whole.add(name);
          }
        });
    assertEquals(
        Set.of(
            "GroupOwnPostsByDay",
            "GroupByVisitor",
            "GroupSwitchesByMonth",
            "GroupWeeklyFiguresByBrand"),
        whole);
  }
}
