package dev.earshot.pipelines.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.models.brands.BrandFile;
import dev.earshot.models.domain.Brand;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PanelsTest {
  private static List<Brand> brands(String... entries) throws Exception {
    return BrandFile.read("brands: [" + String.join(", ", entries) + "]", "brands.yaml").brands();
  }

  private static String brand(String id, String competitors) {
    return "{id: %s, name: Name %s, time_zone: UTC, competitors: [%s]}"
        .formatted(id, id, competitors);
  }

  /** The version by {@code printf 'finch\nheron\nwren' | sha256sum}. */
  @Test
  void competitorsOfCompetitorsAreOnePanelWhoeverNamesThem() throws Exception {
    Panels panels =
        Panels.of(
            brands(
                brand("heron", "finch"),
                brand("wren", "finch"),
                brand("finch", ""),
                brand("owl", "kite"),
                brand("kite", ""),
                brand("lark", "")));
    Panel birds = new Panel("f02bbd9ed071", List.of("finch", "heron", "wren"));
    assertEquals(birds, panels.of("heron"));
    assertEquals(birds, panels.of("finch"));
    assertEquals(List.of("kite", "owl"), ids(panels, "owl"));
    assertNull(panels.of("lark"), "nobody names it");
    assertNull(panels.of("crow"), "it is no brand of the file");
  }

  @Test
  void withoutCompetitorsAllAreOnePanelIfTheyAreNotTooMany() throws Exception {
    assertEquals(
        List.of("finch", "heron"),
        ids(Panels.of(brands(brand("heron", ""), brand("finch", ""))), "heron"));
    assertNull(Panels.of(brands(brand("heron", ""))).of("heron"), "one alone");
    assertEquals(Panels.MOST_BRANDS, ids(many(Panels.MOST_BRANDS), "b0").size());
    assertNull(many(Panels.MOST_BRANDS + 1).of("b0"));
  }

  private static List<String> ids(Panels panels, String brandId) {
    return Objects.requireNonNull(panels.of(brandId)).brandIds();
  }

  private static Panels many(int count) throws Exception {
    return Panels.of(
        brands(
            IntStream.range(0, count)
                .mapToObj(i -> brand("b" + i, ""))
                .collect(Collectors.toList())
                .toArray(String[]::new)));
  }
}
