package dev.earshot.pipelines.evaluate;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import dev.earshot.models.evaluation.EvaluationTask;
import dev.earshot.models.evaluation.LabelScheme;
import dev.earshot.models.evaluation.LabelWords;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the label words of a file mean, and which classes are told apart.
 *
 * @param scheme our label by word
 * @param classes the classes, in their order
 * @param isMultiLabel whether a row may have several classes
 * @param hasLists whether some labels are lists, so that an empty label is an empty list
 */
record Labelling(LabelScheme scheme, List<String> classes, boolean isMultiLabel, boolean hasLists) {
  private static final Set<String> LABELS_WITHOUT_CLASS =
      Set.of(LabelScheme.NONE, LabelScheme.LEFT_OUT);

  static Labelling of(
      EvaluationTask task,
      Columns columns,
      LabelWords words,
      Taxonomy taxonomy,
      Collection<String> found) {
    boolean hasLists = task.isMultiLabel() && found.stream().anyMatch(label -> isList(label));
    Set<String> parts = new TreeSet<>();
    found.forEach(label -> parts.addAll(parts(label, task.isMultiLabel())));
    String asked = task == EvaluationTask.INTENT ? askedIntent(columns, words, parts) : null;
    LabelScheme scheme =
        asked == null
            ? words.choose(task, parts, own(task, taxonomy, parts))
            : words.chooseYesOrNo(parts, asked);
    if (task == EvaluationTask.TOPIC) {
      scheme = withNames(scheme, taxonomy);
    }
    List<String> classes = classes(task, scheme, parts);
    if (task == EvaluationTask.TOPIC && !hasLists) {
      return new Labelling(scheme, withNone(classes, scheme, parts), false, false);
    }
    boolean isYesOrNo = task == EvaluationTask.INTENT && !hasLists && classes.size() == 1;
    return isYesOrNo
        ? new Labelling(scheme, List.of(classes.get(0), LabelScheme.NONE), false, false)
        : new Labelling(scheme, classes, task.isMultiLabel(), hasLists);
  }

  /** The classes, and none of them where the file has a word for that. */
  private static List<String> withNone(
      List<String> classes, LabelScheme scheme, Set<String> parts) {
    boolean hasNone =
        !classes.isEmpty()
            && parts.stream().anyMatch(part -> LabelScheme.NONE.equals(scheme.labelOf(part)));
    return hasNone
        ? Stream.concat(classes.stream(), Stream.of(LabelScheme.NONE)).toList()
        : classes;
  }

  /** The intent to which the labels say yes or no: as stated, or the name of the column. */
  private static @Nullable String askedIntent(
      Columns columns, LabelWords words, Set<String> parts) {
    List<String> intents = Arrays.stream(Intent.values()).map(Intent::code).toList();
    String stated = columns.intent();
    if (stated != null) {
      if (!intents.contains(stated)) {
        throw new UnreadableLabelsException(
            "no intent " + stated + "; there are " + String.join(", ", intents));
      }
      return stated;
    }
    String column = String.valueOf(columns.of("label"));
    LabelScheme yesOrNo = words.chooseYesOrNo(parts, column);
    LabelScheme named = words.choose(EvaluationTask.INTENT, parts, intents);
    boolean saysYesOrNo =
        parts.stream().noneMatch(part -> named.labelOf(part) != null)
            && parts.stream().anyMatch(part -> column.equals(yesOrNo.labelOf(part)));
    if (!saysYesOrNo) {
      return null;
    }
    if (!intents.contains(column)) {
      throw new UnreadableLabelsException(
          "the labels say yes or no to an intent: name it, as in --columns ...,intent=complaint");
    }
    return column;
  }

  private static Collection<String> own(EvaluationTask task, Taxonomy taxonomy, Set<String> parts) {
    return switch (task) {
      case SENTIMENT, TARGET_SENTIMENT -> polarities();
      case INTENT -> Arrays.stream(Intent.values()).map(Intent::code).toList();
      case TOPIC -> taxonomy.topics().stream().map(Topic::id).toList();
      case LANGUAGE ->
          parts.stream().filter(part -> part.length() == 2 || part.length() == 3).toList();
      case ACCOUNT -> List.of("suspicious", "genuine");
    };
  }

  private static List<String> polarities() {
    return Arrays.stream(Polarity.values()).map(Polarity::code).toList();
  }

  private static LabelScheme withNames(LabelScheme scheme, Taxonomy taxonomy) {
    Map<String, String> all = new TreeMap<>();
    for (Topic topic : taxonomy.topics()) {
      all.put(LabelScheme.normalised(topic.name()), topic.id());
      topic.labels().forEach(word -> all.put(LabelScheme.normalised(word), topic.id()));
    }
    all.putAll(scheme.labels());
    return new LabelScheme(all);
  }

  private static List<String> classes(EvaluationTask task, LabelScheme scheme, Set<String> parts) {
    return switch (task) {
      case SENTIMENT, TARGET_SENTIMENT -> polarities();
      case ACCOUNT -> List.of("suspicious", "genuine");
      case TOPIC, INTENT, LANGUAGE -> {
        Set<String> classes = new TreeSet<>();
        for (String part : parts) {
          String label = scheme.labelOf(part);
          if (label != null && !LABELS_WITHOUT_CLASS.contains(label)) {
            classes.add(label);
          }
        }
        yield List.copyOf(classes);
      }
    };
  }

  private static boolean isList(String label) {
    return label.indexOf('|') >= 0 || label.indexOf(';') >= 0;
  }

  private static List<String> parts(String label, boolean areLists) {
    if (!areLists || !isList(label)) {
      return label.isEmpty() ? List.of() : List.of(label);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= label.length(); i++) {
      if (i == label.length() || label.charAt(i) == '|' || label.charAt(i) == ';') {
        String part = label.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /** What a label cell says. */
  enum Standing {
    SCORED,
    UNLABELLED,
    LEFT_OUT,
    UNKNOWN
  }

  /**
   * The meaning of a label cell.
   *
   * @param actual its classes; empty for none of them
   */
  record Meaning(Standing standing, Set<String> actual) {}

  /** Whether the labels say yes or no to one class. */
  boolean isYesOrNo() {
    return !isMultiLabel && classes.size() == 2 && classes.get(1).equals(LabelScheme.NONE);
  }

  /** The classes of a label cell as a text; empty for one that is not scored. */
  String written(Meaning meaning) {
    if (meaning.standing() != Standing.SCORED) {
      return "";
    }
    return meaning.actual().isEmpty() ? LabelScheme.NONE : String.join("|", meaning.actual());
  }

  /** Reads a label cell. */
  Meaning meaning(String label) {
    List<String> parts = parts(label, isMultiLabel);
    if (parts.isEmpty()) {
      return new Meaning(hasLists ? Standing.SCORED : Standing.UNLABELLED, Set.of());
    }
    Set<String> actual = new LinkedHashSet<>();
    boolean isKnown = false;
    boolean isLeftOut = false;
    for (String part : parts) {
      String found = scheme.labelOf(part);
      isKnown |= found != null;
      isLeftOut |= LabelScheme.LEFT_OUT.equals(found);
      if (found != null && classes.contains(found)) {
        actual.add(found);
      }
    }
    if (!isKnown) {
      return new Meaning(Standing.UNKNOWN, Set.of());
    }
    boolean isEmpty = actual.isEmpty() && !isMultiLabel;
    return isLeftOut || isEmpty
        ? new Meaning(Standing.LEFT_OUT, Set.of())
        : new Meaning(Standing.SCORED, actual);
  }
}
