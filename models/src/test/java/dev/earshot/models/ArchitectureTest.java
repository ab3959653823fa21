package dev.earshot.models;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What this module and its packages may use, and what is kept out of the hot paths. */
class ArchitectureTest {
  private static final String ROOT = "dev.earshot.models.";

  /** From the bottom to the top: a package uses those before it, never one behind it. */
  private static final List<String> LAYERS =
      List.of(
          "statistics",
          "quantification",
          "text",
          "yaml",
          "phrases",
          "domain",
          "accounts",
          "attribution",
          "duplicates",
          "engagement",
          "episodes",
          "evaluation",
          "referrals",
          "visits",
          "sentiment",
          "classification",
          "topics",
          "intents",
          "brands",
          "understanding");

  private static final JavaClasses MODELS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.earshot.models");

  @Test
  void packagesUseOnlyThoseBelow() {
    String[] all = LAYERS.stream().map(layer -> ROOT + layer + "..").toArray(String[]::new);
    classes().should().resideInAnyPackage(all).check(MODELS);
    for (int i = 0; i < all.length - 1; i++) {
      String[] above = List.of(all).subList(i + 1, all.length).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(all[i])
          .should()
          .dependOnClassesThat(resideInAnyPackage(above))
          .check(MODELS);
    }
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(MODELS);
  }

  @Test
  void modelsKnowNoEngineNoFileFormatOfOneAndNoneOfTheirUsers() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.beam..",
            "org.apache.flink..",
            "org.apache.hadoop..",
            "org.apache.parquet..",
            "org.apache.avro..",
            "dev.earshot.models.training..",
            "dev.earshot.pipelines..")
        .check(MODELS);
  }

  @Test
  void noRegularExpressionWhereEveryPostPasses() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "text..", ROOT + "sentiment..", ROOT + "duplicates..", ROOT + "phrases..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Pattern.class, Matcher.class)
        .orShould()
        .callMethod(String.class, "matches", String.class)
        .orShould()
        .callMethod(String.class, "split", String.class)
        .orShould()
        .callMethod(String.class, "replaceAll", String.class, String.class)
        .check(MODELS);
  }

  @Test
  void noClockAndNoRandomnessWithoutSeed() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, ThreadLocalRandom.class)
        .check(MODELS);
  }

  @Test
  void modelsAreSilent() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(MODELS);
  }

  /** Where there are more components, two of a type change places unseen. */
  @Test
  void recordsAreSmall() {
    List<String> large =
        MODELS.stream()
            .filter(JavaClass::isRecord)
            .filter(
                type -> type.getFields().stream().filter(field -> !isStatic(field)).count() > 12)
            .map(JavaClass::getName)
            .toList();
    assertEquals(List.of(), large);
  }

  private static boolean isStatic(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC);
  }
}
