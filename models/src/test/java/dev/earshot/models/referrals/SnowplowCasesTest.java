package dev.earshot.models.referrals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cases of Snowplow's referer-parser, from the folder of shared data. */
class SnowplowCasesTest {
  private static final Path DATA = Path.of("../../shared/data/weblogs");

  @Test
  void everyCaseHasItsMediumSourceAndTerm() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "no shared data at " + DATA);
    List<String> wrong = new ArrayList<>();
    int count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(DATA, "referer_tests*.json")) {
      for (Path file : files) {
        for (Map<String, String> test : cases(file)) {
          count++;
          String found = found(test.get("uri"));
          String expected =
              test.get("medium") + " | " + test.get("source") + " | " + test.get("term");
          if (!found.equals(expected)) {
            wrong.add(test.get("uri") + ": expected " + expected + ", found " + found);
          }
        }
      }
    }
    assertFalse(count == 0, "no cases");
    assertEquals(List.of(), wrong);
  }

  private static String found(String uri) {
    Referral referral = Referrals.shipped().classify("/", uri, null, Set.of("snowplow.io"));
    return referral.medium().code() + " | " + referral.source() + " | " + referral.term();
  }

  private static List<Map<String, String>> cases(Path file) throws IOException {
    List<Map<String, String>> cases = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        Map<String, String> values = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          values.put(name, parser.nextToken() == JsonToken.VALUE_NULL ? null : parser.getText());
        }
        cases.add(values);
      }
    }
    return cases;
  }
}
