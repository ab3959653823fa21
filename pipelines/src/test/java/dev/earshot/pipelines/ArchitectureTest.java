package dev.earshot.pipelines;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.earshot.pipelines.beam.ParquetSink;
import dev.earshot.pipelines.publish.OutputFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the packages of this module may use, and what is kept out of the hot paths. */
class ArchitectureTest {
  private static final String ROOT = "dev.earshot.pipelines";

  /** From the bottom to the top: a package uses those before it, never one behind it. */
  private static final List<String> LAYERS =
      List.of(
          ".tables..",
          ".beam..",
          ".stores..",
          ".sources..",
          ".evaluate..",
          ".generate..",
          ".run..",
          ".facts..",
          ".listen..",
          ".measure..",
          ".publish..",
          ".operations..",
          ".query..",
          ".check..",
          ".export..",
          ".report..",
          "",
          ".cli..");

  private static JavaClasses code;

  @BeforeAll
  static void read() {
    code = new ClassFileImporter().importPaths(Path.of("target/classes"));
  }

  @Test
  void packagesUseOnlyThoseBelow() {
    String[] all = LAYERS.stream().map(layer -> ROOT + layer).toArray(String[]::new);
    classes().should().resideInAnyPackage(all).check(code);
    for (int i = 0; i < all.length - 1; i++) {
      String[] above = List.of(all).subList(i + 1, all.length).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(all[i])
          .should()
          .dependOnClassesThat(resideInAnyPackage(above))
          .check(code);
    }
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(code);
  }

  /** What belongs together is said, so that a new or renamed constant does not end a run. */
  @Test
  void constantsAreNotFoundByTheNamesOfOthers() {
    DescribedPredicate<JavaMethodCall> byName =
        DescribedPredicate.describe(
            "look for a constant by its name",
            call ->
                call.getName().equals("valueOf")
                    && call.getTargetOwner().isAssignableTo(Enum.class)
                    && !call.getOrigin().getName().equals("valueOf"));
    noClasses().should().callMethodWhere(byName).check(code);
  }

  /** Who has the tokens of a text hands them on: tokenising is a tenth of reading a post. */
  @Test
  void whoHasTokensDoesNotTokeniseAgain() {
    DescribedPredicate<JavaMethodCall> again =
        DescribedPredicate.describe(
            "hand on a text instead of its tokens",
            call ->
                List.of("understand", "parse").contains(call.getName())
                    && call.getTarget().getRawParameterTypes().get(0).isEquivalentTo(String.class));
    noClasses()
        .that()
        .haveSimpleName("MentionAnalyzer")
        .or()
        .haveSimpleName("Answers")
        .or()
        .haveSimpleName("ReadMessages")
        .should()
        .callMethodWhere(again)
        .check(code);
  }

  @Test
  void sourcesFactsAndGeneratorAreFreeOfBeam() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.earshot.pipelines.sources..",
            "dev.earshot.pipelines.facts..",
            "dev.earshot.pipelines.generate..",
            "dev.earshot.pipelines.tables..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.beam..")
        .check(code);
  }

  @Test
  void onlyTheCommandLineChoosesAnEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.earshot.pipelines.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.beam.runners..", "org.apache.flink..", "picocli..")
        .check(code);
  }

  @Test
  void noRegularExpressionWhereEveryPostPasses() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.earshot.pipelines.sources..",
            "dev.earshot.pipelines.run..",
            "dev.earshot.pipelines.facts..",
            "dev.earshot.pipelines.listen..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Pattern.class, Matcher.class)
        .orShould()
        .callMethod(String.class, "matches", String.class)
        .orShould()
        .callMethod(String.class, "split", String.class)
        .orShould()
        .callMethod(String.class, "replaceAll", String.class, String.class)
        .check(code);
  }

  @Test
  void onlyTheCommandLineReadsTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.earshot.pipelines.cli..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class)
        .check(code);
  }

  /** What names the files of an attempt, which no other attempt may write, is told apart. */
  @Test
  void noRandomnessWithoutSeedButInNamesOfTemporaryFiles() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(ParquetSink.class, OutputFolder.class)
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".publish.StoreOutput")
        .should()
        .callMethod(UUID.class, "randomUUID")
        .check(code);
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(ThreadLocalRandom.class)
        .check(code);
  }

  @Test
  void onlyTheCommandLineSpeaks() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.earshot.pipelines.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(code);
  }

  @Test
  void rowsAreRecordsOfTables() {
    classes()
        .that()
        .resideInAPackage("dev.earshot.pipelines..")
        .and()
        .haveSimpleNameEndingWith("Row")
        .should()
        .resideInAPackage("dev.earshot.pipelines.tables..")
        .andShould()
        .beRecords()
        .check(code);
  }

  /** Where there are more, two of a type change places unseen. */
  @Test
  void recordsOutsideTablesAreSmall() {
    List<String> large =
        code.stream()
            .filter(type -> type.isRecord() && !type.getPackageName().endsWith(".tables"))
            .filter(
                type -> type.getFields().stream().filter(ArchitectureTest::isOfObject).count() > 12)
            .map(JavaClass::getName)
            .toList();
    assertEquals(List.of(), large);
  }

  private static boolean isOfObject(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.STATIC);
  }
}
