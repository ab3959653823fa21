package dev.earshot.pipelines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects of one bucket in memory, with a generation for each that was ever written. */
final class GcsBucket {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Few, so that whoever lists must ask for the next page. */
  private static final int PAGE = 5;

  private final String name;
  private final TreeMap<String, Stored> objects = new TreeMap<>();
  private long generation = 1_000;

  /** An object as it was written. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Stored(String name, byte[] content, long generation, Instant writtenAt) {
    ObjectNode resource(String bucket) {
      return JSON.createObjectNode()
          .put("kind", "storage#object")
          .put("id", bucket + "/" + name + "/" + generation)
          .put("name", name)
          .put("bucket", bucket)
          .put("generation", String.valueOf(generation))
          .put("metageneration", "1")
          .put("contentType", "application/octet-stream")
          .put("size", String.valueOf(content.length))
          .put("timeCreated", writtenAt.toString())
          .put("updated", writtenAt.toString());
    }
  }

  /** What the API answers where it cannot do what was asked. */
  static final class Failure extends IOException {
    private final int status;
    private final String reason;

    Failure(int status, String reason, String message) {
      super(message);
      this.status = status;
      this.reason = reason;
    }

    int status() {
      return status;
    }

    String reason() {
      return reason;
    }
  }

  GcsBucket(String name) {
    this.name = name;
  }

  void check(String asked) throws Failure {
    if (!asked.equals(name)) {
      throw new Failure(404, "notFound", "The specified bucket does not exist.");
    }
  }

  ObjectNode resource() {
    return JSON.createObjectNode().put("kind", "storage#bucket").put("id", name).put("name", name);
  }

  synchronized Stored get(String object, Map<String, String> parameters) throws Failure {
    Stored stored = objects.get(object);
    String asked = parameters.get("generation");
    boolean isOther =
        stored != null && asked != null && Long.parseLong(asked) != stored.generation();
    if (stored == null || isOther) {
      throw new Failure(404, "notFound", "No such object: " + name + "/" + object);
    }
    return stored;
  }

  synchronized Stored put(String object, byte[] content, Map<String, String> parameters)
      throws Failure {
    checkGeneration(object, parameters);
    Stored stored = new Stored(object, content, ++generation, Instant.now());
    objects.put(object, stored);
    return stored;
  }

  synchronized void delete(String object, Map<String, String> parameters) throws Failure {
    get(object, parameters);
    checkGeneration(object, parameters);
    objects.remove(object);
  }

  /** {@code ifGenerationMatch}: 0 where there must be none. */
  private void checkGeneration(String object, Map<String, String> parameters) throws Failure {
    String expected = parameters.get("ifGenerationMatch");
    Stored stored = objects.get(object);
    if (expected != null
        && Long.parseLong(expected) != (stored == null ? 0 : stored.generation())) {
      throw new Failure(
          412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold.");
    }
  }

  synchronized List<String> names(String prefix) {
    List<String> names = new ArrayList<>(objects.tailMap(prefix).keySet());
    names.removeIf(object -> !object.startsWith(prefix));
    return names;
  }

  /** A page of the objects below a prefix. */
  synchronized ObjectNode list(Map<String, String> parameters) {
    ObjectNode page = JSON.createObjectNode().put("kind", "storage#objects");
    ArrayNode items = page.putArray("items");
    String prefix = parameters.getOrDefault("prefix", "");
    String from = parameters.getOrDefault("pageToken", prefix);
    SortedMap<String, Stored> rest = objects.tailMap(from);
    for (Stored stored : rest.values()) {
      if (!stored.name().startsWith(prefix)) {
        break;
      }
      if (items.size() == PAGE) {
        page.put("nextPageToken", stored.name());
        break;
      }
      items.add(stored.resource(name));
    }
    return page;
  }
}
