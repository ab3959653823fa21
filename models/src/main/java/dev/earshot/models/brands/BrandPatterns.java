package dev.earshot.models.brands;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.BrandEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that can name a brand, or stand near a name, as numbered patterns. */
final class BrandPatterns {
  /** Shortest name that also counts with a bare plural s. */
  private static final int SHORTEST_PLURAL = 4;

  /**
   * What a pattern says.
   *
   * @param brand number of the brand, in the order of ids
   * @param evidence the kind
   * @param exact the name as it must be written, or null for any case
   * @param guarded whether near and not-near words decide
   */
  record Meaning(int brand, BrandEvidence evidence, @Nullable String exact, boolean guarded) {}

  private final List<String> texts;
  private final List<List<Meaning>> meanings;
  private final int[][] near;
  private final int[][] notNear;
  private final boolean[] plural;

  BrandPatterns(List<Brand> brandsById) {
    TreeMap<String, List<Meaning>> byText = new TreeMap<>();
    for (int i = 0; i < brandsById.size(); i++) {
      addBrand(brandsById.get(i), i, byText);
    }
    this.texts = List.copyOf(byText.keySet());
    this.meanings = byText.values().stream().map(List::copyOf).toList();
    this.plural = new boolean[texts.size()];
    for (int i = 0; i < plural.length; i++) {
      String text = texts.get(i);
      char last = text.charAt(text.length() - 1);
      plural[i] = text.length() >= SHORTEST_PLURAL && Character.isLetter(last) && last != 's';
    }
    Map<String, Integer> numbers = new TreeMap<>();
    texts.forEach(text -> numbers.put(text, numbers.size()));
    this.near = new int[brandsById.size()][];
    this.notNear = new int[brandsById.size()][];
    for (int i = 0; i < near.length; i++) {
      near[i] = numbersOf(brandsById.get(i).marks().nearWords(), numbers);
      notNear[i] = numbersOf(brandsById.get(i).marks().farWords(), numbers);
    }
  }

  List<String> texts() {
    return texts;
  }

  /** What the pattern says; empty for a word that only stands near names. */
  List<Meaning> meanings(int pattern) {
    return meanings.get(pattern);
  }

  /** Whether the pattern may be followed by a bare plural s. */
  boolean hasPlural(int pattern) {
    return plural[pattern];
  }

  boolean needsNear(int brand) {
    return near[brand].length > 0;
  }

  boolean isNear(int brand, int pattern) {
    return Arrays.binarySearch(near[brand], pattern) >= 0;
  }

  boolean isNotNear(int brand, int pattern) {
    return Arrays.binarySearch(notNear[brand], pattern) >= 0;
  }

  private static void addBrand(Brand brand, int number, Map<String, List<Meaning>> byText) {
    for (String handle : brand.marks().handles()) {
      put("@" + handle, new Meaning(number, BrandEvidence.HANDLE, null, false), byText);
    }
    for (String hashtag : brand.marks().hashtags()) {
      put("#" + hashtag, new Meaning(number, BrandEvidence.HASHTAG, null, false), byText);
    }
    for (String domain : brand.marks().domains()) {
      put(domain, new Meaning(number, BrandEvidence.DOMAIN, null, false), byText);
    }
    boolean hasGuard = !brand.marks().nearWords().isEmpty() || !brand.marks().farWords().isEmpty();
    for (String name : brand.marks().names()) {
      boolean guarded = hasGuard && !containsAnotherName(name, brand.marks().names());
      String exact = isAllCapitals(name) ? name : null;
      put(name, new Meaning(number, BrandEvidence.ALIAS, exact, guarded), byText);
    }
    brand
        .marks()
        .nearWords()
        .forEach(word -> byText.computeIfAbsent(fold(word), key -> new ArrayList<>()));
    brand
        .marks()
        .farWords()
        .forEach(word -> byText.computeIfAbsent(fold(word), key -> new ArrayList<>()));
  }

  private static void put(String text, Meaning meaning, Map<String, List<Meaning>> byText) {
    byText.computeIfAbsent(fold(text), key -> new ArrayList<>()).add(meaning);
  }

  private static String fold(String text) {
    return TextFolding.fold(text);
  }

  /** Whether a shorter name stands in this one as whole words: then this one is plain already. */
  private static boolean containsAnotherName(String name, List<String> names) {
    String folded = fold(name);
    for (String other : names) {
      int at = other.length() < name.length() ? folded.indexOf(fold(other)) : -1;
      if (at >= 0
          && WordBoundary.isStart(folded, at)
          && WordBoundary.isEnd(folded, at + other.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAllCapitals(String name) {
    return name.codePoints().anyMatch(Character::isUpperCase)
        && name.codePoints().noneMatch(Character::isLowerCase);
  }

  private static int[] numbersOf(List<String> words, Map<String, Integer> numbers) {
    return words.stream().map(word -> numbers.get(fold(word))).mapToInt(n -> n).sorted().toArray();
  }
}
