package dev.earshot.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** Every code is in {@code --help} and on the page, in the same words. */
class ExitCodeTest {
  private static List<String> told() {
    List<String> told = new ArrayList<>();
    for (String line : RunCommand.class.getAnnotation(Command.class).exitCodeList()) {
      told.add(line.strip());
    }
    return told;
  }

  @Test
  void thePageHasTheTable() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/scheduling.md"))) {
      String[] cells = line.split(" *\\| *", -1);
      if (cells.length == 5 && cells[1].matches("[0-9]+")) {
        rows.add(cells[1] + ":" + cells[2]);
      }
    }
    assertEquals(told(), rows);
  }

  @Test
  void everyCodeOfTheProgramIsTold() throws IllegalAccessException {
    List<String> codes = told().stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
    for (Field field : ExitCode.class.getDeclaredFields()) {
      if (field.getType() == int.class) {
        assertTrue(codes.contains(String.valueOf(field.get(null))), field.getName());
      }
    }
    assertEquals(codes, codes.stream().distinct().toList());
  }
}
