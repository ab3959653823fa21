package dev.earshot.pipelines.measure.comparison;

import java.util.Map;
import java.util.TreeMap;

/** What the persons of a panel add up to, in whole numbers. */
final class PanelSums {
  /** Of each brand. */
  final long[] persons;

  final long[] mentions;
  final long[] classifiers;
  final long[] positive;
  final long[] negative;
  final long[] askers;
  final long[] asked;
  final long[] answered;

  /** Persons who speak of both. */
  final long[][] speakers;

  /** The products of mentions of two brands, and of a brand and all, over persons. */
  final long[][] products;

  final long[] productsWithAll;
  long productsOfAll;

  /** By network and language, of each brand. */
  final Map<String, Cell> cells = new TreeMap<>();

  /** What is said in one place. */
  static final class Cell {
    final long[] authors;
    final long[] net;
    final long[] all;

    Cell(int brands) {
      authors = new long[brands];
      net = new long[brands];
      all = new long[brands];
    }

    void add(Cell other) {
      for (int i = 0; i < all.length; i++) {
        authors[i] += other.authors[i];
        net[i] += other.net[i];
        all[i] += other.all[i];
      }
    }
  }

  PanelSums(int brands, Iterable<PanelPerson> all) {
    persons = new long[brands];
    mentions = new long[brands];
    classifiers = new long[brands];
    positive = new long[brands];
    negative = new long[brands];
    askers = new long[brands];
    asked = new long[brands];
    answered = new long[brands];
    speakers = new long[brands][brands];
    products = new long[brands][brands];
    productsWithAll = new long[brands];
    all.forEach(this::add);
  }

  private void add(PanelPerson person) {
    long ofAll = 0;
    for (PanelPerson.Acts acts : person.byBrand().values()) {
      ofAll += acts.mentions();
    }
    productsOfAll += ofAll * ofAll;
    for (Map.Entry<Integer, PanelPerson.Acts> one : person.byBrand().entrySet()) {
      int brand = one.getKey();
      PanelPerson.Acts acts = one.getValue();
      add(brand, acts);
      productsWithAll[brand] += acts.mentions() * ofAll;
      for (Map.Entry<Integer, PanelPerson.Acts> other : person.byBrand().entrySet()) {
        long mentionsOfOther = other.getValue().mentions();
        products[brand][other.getKey()] += acts.mentions() * mentionsOfOther;
        speakers[brand][other.getKey()] += acts.mentions() > 0 && mentionsOfOther > 0 ? 1 : 0;
      }
    }
  }

  private void add(int brand, PanelPerson.Acts acts) {
    persons[brand] += acts.mentions() > 0 ? 1 : 0;
    mentions[brand] += acts.mentions();
    askers[brand] += acts.asked() > 0 ? 1 : 0;
    asked[brand] += acts.asked();
    answered[brand] += acts.answered();
    classifiers[brand] += acts.cells().isEmpty() ? 0 : 1;
    acts.cells()
        .forEach(
            (name, said) -> {
              Cell cell = cells.computeIfAbsent(name, c -> new Cell(persons.length));
              cell.authors[brand]++;
              cell.net[brand] += said.net();
              cell.all[brand] += said.all();
              positive[brand] += said.positive();
              negative[brand] += said.negative();
            });
  }
}
