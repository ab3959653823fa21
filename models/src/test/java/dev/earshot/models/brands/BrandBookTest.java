package dev.earshot.models.brands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Brand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BrandBookTest {
  @Test
  void ownersAreFoundByIdExactlyAndByHandleInAnyCase() throws BrandFileException {
    BrandBook book =
        BrandFile.read(
            """
            brands:
              - {id: a, name: A, handles: [acme], accounts: {x: [123, AcmeHelp]}}
              - {id: b, name: B, accounts: {mastodon: ["9"]}}
            """,
            "brands.yaml");
    Brand a = book.brands().get(0);
    assertEquals(a, book.brand("a"));
    assertEquals(a, book.ownerOf("x", "123"));
    assertNull(book.ownerOf("mastodon", "123"));
    assertNull(book.ownerOf("x", "acmehelp"));
    assertEquals(a, book.ownerOf("x", "77", "ACMEHELP"));
    assertEquals(a, book.ownerOf("x", "77", "Acme"));
    assertEquals(a, book.ownerOf("mastodon", "77", "Acme"));
    assertNull(book.ownerOf("mastodon", "77", "acmehelp"));
    assertNull(book.ownerOf("x", "77", "123"));
    assertNull(book.ownerOf("x", "77", null));
    assertNull(book.brand("c"));
  }

  @Test
  void aBookRefusesSharedIdsAndHandles() throws BrandFileException {
    List<Brand> brands =
        BrandFile.read("brands: [{id: delta, name: Delta}]", "brands.yaml").brands();
    Brand delta = brands.get(0);
    assertThrows(IllegalArgumentException.class, () -> BrandBook.of(null, List.of(delta, delta)));
  }

  @Test
  void theExampleOfTheManualIsComplete() throws Exception {
    String manual = Files.readString(Path.of("../pipelines/docs/brands.md"));
    String yaml =
        manual.substring(
            manual.indexOf("```yaml\n") + 8,
            manual.indexOf("```\n", manual.indexOf("```yaml\n") + 8));
    BrandBook book = BrandFile.read(yaml, "brands.md");
    for (String key :
        List.of(
            "panel_version",
            "brands",
            "id",
            "name",
            "aliases",
            "accounts",
            "handles",
            "hashtags",
            "domains",
            "near",
            "not_near",
            "competitors",
            "time_zone",
            "business_hours",
            "locale")) {
      assertTrue(yaml.contains(key + ":"), key);
    }
    assertEquals(
        List.of("delta", "united"),
        book.brands().stream().map(Brand::id).collect(Collectors.toList()));
  }
}
