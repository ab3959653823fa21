package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.WrittenFile;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What there is in partitions, named as in {@link PublicationPlan}.
 *
 * @param subjects what the rows of each partition are about; nothing for one without rows
 */
public record Published(Map<String, Set<String>> subjects) {

  static Published of(Collection<WrittenFile> files) {
    Map<String, Set<String>> subjects = new TreeMap<>();
    for (WrittenFile file : files) {
      subjects
          .computeIfAbsent(PublicationPlan.partitionOf(file), partition -> new TreeSet<>())
          .addAll(file.subjects());
    }
    return new Published(subjects);
  }

  Set<String> partitions() {
    return subjects.keySet();
  }

  /** What the rows of a partition are about. */
  Set<String> in(String partition) {
    return subjects.getOrDefault(partition, Set.of());
  }
}
