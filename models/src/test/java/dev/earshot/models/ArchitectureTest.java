package dev.earshot.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses MODELS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.earshot.models");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.earshot.models.(*)..").should().beFreeOfCycles().check(MODELS);
    slices().matching("dev.earshot.models.(**)").should().beFreeOfCycles().check(MODELS);
  }

  @Test
  void modelsKnowNoEngineAndNoFileFormatOfOne() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.beam..",
            "org.apache.flink..",
            "org.apache.hadoop..",
            "org.apache.parquet..",
            "org.apache.avro..",
            "dev.earshot.pipelines..")
        .check(MODELS);
  }

  @Test
  void statisticsKnowNoBrands() {
    noClasses()
        .that()
        .resideInAPackage("dev.earshot.models.statistics..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.earshot.models.domain..", "dev.earshot.models.brands..")
        .check(MODELS);
  }
}
