package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.earshot.pipelines.listen.DetailTable;
import dev.earshot.pipelines.measure.Measures;
import dev.earshot.pipelines.publish.OperationTables;
import dev.earshot.pipelines.tables.Table;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is declared in one place must be known in the others. */
class DeclarationsTest {
  private static final JavaClasses PIPELINES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.earshot.pipelines");

  private static final Set<String> LISTED =
      Tables.ALL.stream()
          .map(table -> table.type().getName())
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void everyTableIsListed() {
    Set<String> declared =
        PIPELINES.stream()
            .filter(type -> type.isAnnotatedWith(Table.class))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(declared, LISTED);
  }

  @Test
  void everyTableIsWritten() {
    Set<String> written =
        Measures.ALL.stream()
            .map(measure -> measure.type().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    DetailTable.ALL.forEach(table -> written.add(table.type().getName()));
    PIPELINES.get(OperationTables.class).getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getName())
        .filter(LISTED::contains)
        .forEach(written::add);
    assertEquals(LISTED, written);
  }

  /** A measure's file is found by its table's name. */
  @Test
  void measuresAreNamedAfterTheirTables() {
    Set<String> declared =
        Measures.ALL.stream()
            .map(measure -> TableSchema.of(measure.type()).name().replace("_", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named =
        PIPELINES.stream()
            .filter(type -> type.tryGetField("MEASURE").isPresent())
            .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(declared, named);
  }

  @Test
  void tablesHaveDifferentNames() {
    Set<String> names =
        Tables.ALL.stream().map(TableSchema::name).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Tables.ALL.size(), names.size());
  }
}
