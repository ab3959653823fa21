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
    assertEquals(a, book.ownerOf("x", "acmehelp", null));
    assertEquals(a, book.ownerOf("x", "77", "ACMEHELP"));
    assertEquals(a, book.ownerOf("x", "77", "Acme"));
    assertEquals(a, book.ownerOf("mastodon", "77", "Acme"));
    assertNull(book.ownerOf("mastodon", "77", "acmehelp"));
    assertNull(book.ownerOf("x", "77", "123"));
    assertNull(book.ownerOf("x", "77", null));
    assertNull(book.brand("c"));
  }

  /** Chat exports tell accounts by the names and numbers that people see. */
  @Test
  void accountsAreKnownByShownNamesAndTelephoneNumbers() throws BrandFileException {
    BrandBook book =
        BrandFile.read(
            """
            brands:
              - id: a
                name: Kestrelwear
                accounts:
                  facebook: ["Kestrelwear Shop", "Caf\u00e9 Stra\u00dfe"]
                  whatsapp: ["+49 (0) 151 0000-001", +4930123456]
              - {id: b, name: B, accounts: {whatsapp: ["0044 20 7946 0000", "49151"]}}
            """,
            "brands.yaml");
    Brand a = book.brands().get(0);
    Brand b = book.brands().get(1);
    for (String name :
        List.of(
            "Kestrelwear Shop",
            "kestrelwear shop",
            "Kestrelwear\u00a0Shop",
            "\u202aKestrelwear  Shop\u202c ",
            "\uff2bestrelwear Shop",
            "Cafe\u0301 Strasse",
            "CAF\u00c9 STRASSE")) {
      assertEquals(a, book.ownerOf("facebook", name, null), name);
    }
    assertNull(book.ownerOf("instagram", "Kestrelwear Shop", null));
    assertNull(book.ownerOf("facebook", "Kestrelwear Shops", null));
    assertNull(book.ownerOf("facebook", "KestrelwearShop", null));
    for (String number :
        List.of(
            "+49 151 0000001",
            "\u202a+49\u00a0151\u00a00000001\u202c",
            "+49-151-000.00.01",
            "0049 151 0000001",
            "491510000001",
            "+\u0664\u0669 \u0661\u0665\u0661 \u0660\u0660\u0660\u0660\u0660\u0660\u0661",
            "+49 30 123456")) {
      assertEquals(a, book.ownerOf("whatsapp", number, null), number);
    }
    assertEquals(b, book.ownerOf("whatsapp", "+44 20 7946 0000", null));
    assertEquals(b, book.ownerOf("whatsapp", "49151", null));
    assertNull(book.ownerOf("whatsapp", "+49151", null));
    assertNull(book.ownerOf("whatsapp", "+49 151 0000002", null));
    assertNull(book.ownerOf("whatsapp", "+49 151 0000001 x", null));
    assertNull(book.ownerOf("telegram", "+49 151 0000001", null));
  }

  @Test
  void aTelephoneNumberIsNotShown() {
    BrandFileException thrown =
        assertThrows(
            BrandFileException.class,
            () ->
                BrandFile.read(
                    """
                    brands:
                      - {id: a, name: A, accounts: {whatsapp: ["+49 151 0000001", "+49 151 0000001"]}}
                      - {id: b, name: B, accounts: {whatsapp: ["0049 1510000001"]}}
                    """,
                    "brands.yaml"));
    assertEquals(
        """
        brands.yaml:2: brands[0].accounts.whatsapp[1]: '+...01' is listed twice
        brands.yaml:3: brands[1].accounts.whatsapp[0]: the account '+...01' on whatsapp already \
        belongs to the brand 'a' on line 2""",
        thrown.getMessage());
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
