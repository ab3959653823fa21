package dev.earshot.pipelines.run;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.text.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is compared with whom: brands that name one another as competitors in the brand file, also
 * over others; all of them where the file names no competitor.
 */
final class Panels {
  /** More are not one market, and have a thousand pairs. */
  static final int MOST_BRANDS = 50;

  private static final int VERSION_LENGTH = 12;

  private final Map<String, Panel> byBrand = new HashMap<>();

  private Panels() {}

  static Panels of(List<Brand> brands) {
    Map<String, Set<String>> neighbours = new TreeMap<>();
    brands.forEach(brand -> neighbours.put(brand.id(), new TreeSet<>()));
    boolean isAnyNamed = brands.stream().anyMatch(brand -> !brand.competitors().isEmpty());
    for (Brand brand : brands) {
      List<String> others = isAnyNamed ? brand.competitors() : List.of(brands.get(0).id());
      for (String other : others) {
        neighbours.computeIfAbsent(brand.id(), id -> new TreeSet<>()).add(other);
        neighbours.computeIfAbsent(other, id -> new TreeSet<>()).add(brand.id());
      }
    }
    Panels panels = new Panels();
    neighbours.keySet().forEach(brand -> panels.add(brand, neighbours));
    return panels;
  }

  /** Adds the panel of a brand and all that it reaches. */
  private void add(String brand, Map<String, Set<String>> neighbours) {
    Set<String> reached = new TreeSet<>(Set.of(brand));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String next : neighbours.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    if (reached.size() > 1 && reached.size() <= MOST_BRANDS) {
      byte[] ids = String.join("\n", reached).getBytes(StandardCharsets.UTF_8);
      String version = Artifact.sha256(ids).substring(0, VERSION_LENGTH);
      byBrand.put(brand, new Panel(version, List.copyOf(reached)));
    }
  }

  /** The panel of a brand; null where it is compared with none. */
  @Nullable Panel of(String brandId) {
    return byBrand.get(brandId);
  }
}
