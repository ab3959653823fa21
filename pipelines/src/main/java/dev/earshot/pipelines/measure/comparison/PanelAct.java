package dev.earshot.pipelines.measure.comparison;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a person did about a brand of a panel on a day.
 *
 * @param brand its place in the panel
 * @param language of what was said, null where it is not known
 * @param mentions posts about the brand
 * @param positive of these, those that are positive toward it
 * @param neutral those that are neutral
 * @param negative those that are negative
 * @param asked questions and complaints in the open that were observed for a day
 * @param answered of these, those that a human answered within a day
 */
record PanelAct(
    int brand,
    String network,
    String personId,
    @Nullable String language,
    long mentions,
    long positive,
    long neutral,
    long negative,
    long asked,
    long answered) {

  /** Those of a person together. */
  static final Comparator<PanelAct> BY_PERSON =
      Comparator.comparing(PanelAct::network)
          .thenComparing(PanelAct::personId)
          .thenComparingInt(PanelAct::brand);

  boolean isOfSamePerson(PanelAct other) {
    return personId.equals(other.personId) && network.equals(other.network);
  }

  /** Where the same is said of everybody: people on one network in one language complain alike. */
  String cell() {
    return network + '\n' + language;
  }
}
