package dev.earshot.pipelines.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectLocationTest {
  @Test
  void aNameIsTakenAsItIs() {
    assertEquals(
        new ObjectLocation("listening", "all tables/50%/_current.json"),
        ObjectLocation.of("s3://listening/all tables/50%/_current.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"listening/x", "://listening/x", "s3:///x", "s3://listening", "gs://b/"})
  void aLocationHasASchemeABucketAndAName(String location) {
    assertThrows(IllegalArgumentException.class, () -> ObjectLocation.of(location));
  }
}
