package dev.earshot.pipelines.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.earshot.models.brands.BrandBook;
import dev.earshot.models.brands.BrandFile;
import dev.earshot.models.brands.BrandFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrandTopicsTest {
  private static final List<String> TOPICS = List.of("baggage_loss", "card_delivery", "price");

  @Test
  void aBrandHasTheGeneralTopicsAndThoseOfItsIndustry() throws BrandFileException {
    BrandTopics topics =
        BrandTopics.of(
            book(
                """
                brands:
                  - {id: wing, name: Wing, industry: airline}
                  - {id: till, name: Till, industry: banking}
                  - {id: shop, name: Shop}
                """),
            List.of());
    assertEquals(List.of("airline", "banking"), topics.selection().industries());
    assertEquals(List.of("baggage_loss", "price"), topics.of("wing", TOPICS));
    assertEquals(List.of("card_delivery", "price"), topics.of("till", TOPICS));
    assertEquals(List.of("price"), topics.of("shop", TOPICS));
  }

  @Test
  void withoutIndustriesNothingIsLeftOut() throws BrandFileException {
    BrandTopics topics = BrandTopics.of(book("brands: [{id: shop, name: Shop}]"), List.of());
    assertSame(TOPICS, topics.of("shop", TOPICS));
  }

  private static BrandBook book(String yaml) throws BrandFileException {
    return BrandFile.read(yaml, "brands.yaml");
  }
}
