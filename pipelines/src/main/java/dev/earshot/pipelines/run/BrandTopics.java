package dev.earshot.pipelines.run;

import dev.earshot.models.brands.BrandBook;
import dev.earshot.models.domain.Brand;
import dev.earshot.models.topics.TopicSelection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which topics count for which brand: all but those of the industries of others. A text is read
 * once for the topics of every industry in the brand book.
 */
final class BrandTopics {
  private final TopicSelection selection;
  private final Map<String, Set<String>> foreign;

  private BrandTopics(TopicSelection selection, Map<String, Set<String>> foreign) {
    this.selection = selection;
    this.foreign = foreign;
  }

  static BrandTopics of(BrandBook brands, List<String> taxonomyYaml) {
    List<String> industries =
        brands.brands().stream().map(Brand::industry).filter(Objects::nonNull).toList();
    TopicSelection selection = new TopicSelection(taxonomyYaml, industries);
    Map<String, Set<String>> byIndustry = new HashMap<>();
    selection.industries().forEach(i -> byIndustry.put(i, selection.topicsOf(i)));
    Map<String, Set<String>> foreign = new HashMap<>();
    for (Brand brand : brands.brands()) {
      Set<String> topics = new HashSet<>();
      byIndustry.forEach(
          (industry, ids) -> {
            if (!industry.equals(brand.industry())) {
              topics.addAll(ids);
            }
          });
      foreign.put(brand.id(), topics);
    }
    return new BrandTopics(selection, foreign);
  }

  /** Everything that texts are read for. */
  TopicSelection selection() {
    return selection;
  }

  /** Those of a text's topics that are topics for a brand. */
  List<String> of(String brandId, List<String> topicIds) {
    Set<String> others = foreign.getOrDefault(brandId, Set.of());
    for (int i = 0; i < topicIds.size() && !others.isEmpty(); i++) {
      if (others.contains(topicIds.get(i))) {
        return topicIds.stream().filter(id -> !others.contains(id)).toList();
      }
    }
    return topicIds;
  }
}
