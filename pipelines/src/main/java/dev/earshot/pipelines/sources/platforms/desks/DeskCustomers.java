package dev.earshot.pipelines.sources.platforms.desks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Customers of the conversations of a file, collected on a first pass, for messages that stand
 * apart from their conversation: who wrote first and is none of the agents.
 */
final class DeskCustomers {
  /** Of more conversations or agents nothing is kept. */
  private static final int MAX = 100_000;

  private static final int MAX_WRITERS = 4;

  private final Map<String, List<DeskThread>> writers = new HashMap<>();
  private final Set<String> agents = new HashSet<>();

  /** Notes somebody who wrote what only agents write. */
  void addAgent(JsonNode id) {
    if (agents.size() < MAX) {
      agents.add(id.asText());
    }
  }

  /** Notes a conversation as it is if this writer is its customer. */
  void add(DeskThread thread) {
    String id = thread.id() == null ? "" : thread.id();
    String person = thread.person();
    if (person == null || (writers.size() >= MAX && !writers.containsKey(id))) {
      return;
    }
    List<DeskThread> known = writers.computeIfAbsent(id, first -> new ArrayList<>(1));
    for (DeskThread one : known) {
      if (person.equals(one.person())) {
        return;
      }
    }
    if (known.size() < MAX_WRITERS) {
      known.add(thread);
    }
  }

  /** A conversation with its customer; null where nobody is known to be that. */
  @Nullable DeskThread of(JsonNode conversation) {
    for (DeskThread thread : writers.getOrDefault(conversation.asText(""), List.of())) {
      String person = thread.person();
      if (person != null && !agents.contains(person)) {
        return thread;
      }
    }
    return null;
  }
}
