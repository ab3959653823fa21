package dev.earshot.models.quantification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.phrases.PhraseFile;
import dev.earshot.models.sentiment.SentimentModel;
import dev.earshot.models.statistics.basics.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The shipped domains of English, a whole labelled set left out at a time: does the interval that
 * the other sets give hold what people labelled in each of its brands or subjects?
 */
class LeaveOneSetOutTest {
  private record Tried(int groups, double held, double width, double error, double countingError) {}

  @Test
  void holdsTheLabelsOfSetsThatItDoesNotKnow() {
    Map<String, Tried> sets = new TreeMap<>();
    List<LabelledDomain> all = english();
    for (String set : all.stream().map(LabelledDomain::set).distinct().toList()) {
      sets.put(set, leaveOut(all, set));
    }
    sets.forEach(
        (set, tried) ->
            System.out.printf(
                Locale.ROOT,
                "%-18s %3d groups: held %.2f, width %.2f, error %.3f, of counting %.3f%n",
                set,
                tried.groups(),
                tried.held(),
                tried.width(),
                tried.error(),
                tried.countingError()));
    double held = sets.values().stream().mapToDouble(Tried::held).average().orElseThrow();
    double width = sets.values().stream().mapToDouble(Tried::width).average().orElseThrow();
    System.out.printf(Locale.ROOT, "mean over sets: held %.3f, width %.2f%n", held, width);
    assertTrue(held >= 0.90 && held <= 0.97, "held " + held);
    assertTrue(width < 1.1, "width " + width);
  }

  private static Tried leaveOut(List<LabelledDomain> all, String set) {
    List<LabelledDomain> others = new ArrayList<>(all);
    others.removeIf(domain -> domain.set().equals(set));
    DomainBias domains = DomainBias.of(others);
    Bias bias = domains.unlabelled();
    int groups = 0;
    double held = 0;
    double width = 0;
    double error = 0;
    double counting = 0;
    for (LabelledDomain group : all) {
      if (group.set().equals(set)) {
        double half =
            Math.hypot(
                bias.halfWidth(group.predictedNet()),
                Quantiles.NORMAL * Math.sqrt(domains.errorVariance(group)));
        double distance = Math.abs(group.bias() - bias.value());
        groups++;
        held += distance <= half ? 1 : 0;
        width += 2 * half;
        error += distance;
        counting += Math.abs(group.bias());
      }
    }
    return new Tried(groups, held / groups, width / groups, error / groups, counting / groups);
  }

  /** Whoever changes the model counts again: but two sets are read by it, those by others. */
  @Test
  void isOfTheShippedModel() {
    String model = SentimentModel.fingerprint("en");
    Set<String> ofOthers = new TreeSet<>();
    PhraseFile.shipped("/dev/earshot/artifacts/calibration/domains.tsv")
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(cells -> !cells[1].equals(model))
        .forEach(cells -> ofOthers.add(cells[2]));
    assertEquals(Set.of("subjects-2016", "subjects-2016-test"), ofOthers);
  }

  @Test
  void isMadeOfEnoughSets() {
    List<LabelledDomain> all = english();
    assertTrue(all.stream().map(LabelledDomain::set).distinct().count() >= 10);
    long airlines = all.stream().filter(domain -> domain.set().equals("airlines")).count();
    assertEquals(6, airlines);
  }

  private static List<LabelledDomain> english() {
    List<LabelledDomain> english = LabelledDomains.shipped().get("en");
    assertNotNull(english);
    return english;
  }
}
