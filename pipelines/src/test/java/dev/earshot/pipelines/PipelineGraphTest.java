package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.beam.RecordCoder;
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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptions.CheckEnabled;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.junit.jupiter.api.Test;

/** What can be said of the graph before anything runs. */
class PipelineGraphTest {
  private static final int SAMPLES = 200;

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

  private static Pipeline graph() {
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

  /** The coders of all collections by the names of the steps that make them. */
  private static Map<String, Coder<?>> coders() {
    Map<String, Coder<?>> coders = new TreeMap<>();
    graph()
        .traverseTopologically(
            new Pipeline.PipelineVisitor.Defaults() {
              @Override
              public void visitValue(PValue value, TransformHierarchy.Node producer) {
                if (value instanceof PCollection<?> collection) {
                  coders.put(value.getName(), collection.getCoder());
                }
              }
            });
    return coders;
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

  private static void parts(Coder<?> coder, List<Coder<?>> all) {
    all.add(coder);
    coder.getCoderArguments().forEach(part -> parts(part, all));
  }

  @Test
  void noCollectionFallsBackToJavaSerialisation() {
    List<String> serialised = new ArrayList<>();
    Map<String, Coder<?>> coders = coders();
    assertTrue(coders.size() > 50, "the whole graph was seen");
    coders.forEach(
        (name, coder) -> {
          List<Coder<?>> parts = new ArrayList<>();
          parts(coder, parts);
          if (parts.stream().anyMatch(SerializableCoder.class::isInstance)) {
            serialised.add(name + ": " + coder);
          }
        });
    assertEquals(List.of(), serialised);
  }

  @Test
  void keysAreDeterministic() throws Coder.NonDeterministicException {
    for (Coder<?> coder : coders().values()) {
      if (coder instanceof KvCoder<?, ?> pair) {
        pair.getKeyCoder().verifyDeterministic();
      }
    }
  }

  /** Random values with nulls of every record that travels, from a fixed seed. */
  @Test
  void everyRecordOfTheGraphComesBackFromItsCoder() throws IOException {
    Map<Class<?>, RecordCoder<?>> records = new LinkedHashMap<>();
    for (Coder<?> coder : coders().values()) {
      List<Coder<?>> parts = new ArrayList<>();
      parts(coder, parts);
      for (Coder<?> part : parts) {
        if (part instanceof RecordCoder<?> record) {
          records.put(record.getEncodedTypeDescriptor().getRawType(), record);
        }
      }
    }
    assertTrue(records.size() >= 15, records.keySet().toString());
    Random random = new Random(7);
    for (Map.Entry<Class<?>, RecordCoder<?>> record : records.entrySet()) {
      for (int i = 0; i < SAMPLES; i++) {
        assertComesBack(record.getValue(), record(record.getKey(), random));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> void assertComesBack(RecordCoder<T> coder, Object value)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    coder.encode((T) value, out);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    assertEquals(value, coder.decode(in));
    assertEquals(0, in.available(), value::toString);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object value(Type type, Random random) {
    boolean isNull = random.nextInt(4) == 0;
    if (type == int.class) {
      return random.nextInt() >> random.nextInt(32);
    } else if (type == long.class) {
      return random.nextLong() >> random.nextInt(64);
    } else if (type == double.class) {
      return random.nextGaussian();
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type instanceof ParameterizedType p && p.getRawType() == Set.class) {
      Class enumeration = (Class) p.getActualTypeArguments()[0];
      Set set = EnumSet.noneOf(enumeration);
      for (Object constant : enumeration.getEnumConstants()) {
        if (random.nextInt(3) == 0) {
          set.add(constant);
        }
      }
      return set;
    } else if (isNull) {
      return null;
    } else if (type == Integer.class) {
      return random.nextInt();
    } else if (type == Long.class) {
      return random.nextLong();
    } else if (type == Double.class) {
      return random.nextDouble();
    } else if (type == Boolean.class) {
      return random.nextBoolean();
    } else if (type == String.class) {
      return text(random);
    } else if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
      List<Object> list = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(value(p.getActualTypeArguments()[0], random));
      }
      return list;
    } else if (type instanceof Class<?> c && c.isEnum()) {
      return c.getEnumConstants()[random.nextInt(c.getEnumConstants().length)];
    } else if (type instanceof Class<?> c && c.isSealed()) {
      Class<?>[] kinds = Objects.requireNonNull(c.getPermittedSubclasses());
      return record(kinds[random.nextInt(kinds.length)], random);
    }
    return record((Class<?>) type, random);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int wide = random.nextBoolean() ? 0x80 : 0x1F64F;
      int point = random.nextInt(wide);
      text.appendCodePoint(Character.isSurrogate((char) point) ? 0 : point);
    }
    return text.toString();
  }

  private static Object record(Class<?> type, Random random) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType(), random);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
