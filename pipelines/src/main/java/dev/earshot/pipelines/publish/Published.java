package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.run.DateScope;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What there is in partitions, named as in {@link PublicationPlan}.
 *
 * @param subjects what the rows of each partition are about; nothing for one without rows
 * @param keyId of the key that the hashes in them were made with; null where nothing says it
 */
public record Published(Map<String, Set<String>> subjects, @Nullable String keyId) {

  static Published of(Collection<WrittenFile> files, @Nullable String keyId) {
    Map<String, Set<String>> subjects = new TreeMap<>();
    for (WrittenFile file : files) {
      subjects
          .computeIfAbsent(PublicationPlan.partitionOf(file), partition -> new TreeSet<>())
          .addAll(file.subjects());
    }
    return new Published(subjects, keyId);
  }

  /** Whether no row about a brand is there. */
  public boolean isEmpty() {
    return subjects.values().stream().allMatch(Set::isEmpty);
  }

  /** What a run over some dates replaces, in words. */
  public String text(DateScope dates) {
    Set<String> replaced = new TreeSet<>();
    subjects.forEach(
        (partition, about) -> {
          String date = partition.substring(partition.indexOf('=') + 1);
          boolean isDay = partition.contains("/dt=");
          if (isDay && !about.isEmpty() && PublicationPlan.isReplaced(partition, dates)) {
            replaced.add(date);
          }
        });
    return replaced.isEmpty()
        ? "no published date is replaced"
        : String.format(
            Locale.ROOT,
            "%,d published dates are replaced, %s to %s",
            replaced.size(),
            replaced.iterator().next(),
            replaced.stream().reduce((first, last) -> last).orElse(""));
  }

  Set<String> partitions() {
    return subjects.keySet();
  }

  /**
   * Whether a run under another key would leave rows about brands beside its own: there the same
   * person is two.
   */
  public boolean wouldMixKeys(String otherKeyId, DateScope dates) {
    return keyId != null
        && !keyId.equals(otherKeyId)
        && subjects.entrySet().stream()
            .anyMatch(
                partition ->
                    !partition.getValue().isEmpty()
                        && PublicationPlan.isKept(partition.getKey(), dates));
  }

  /** What the rows of a partition are about. */
  Set<String> in(String partition) {
    return subjects.getOrDefault(partition, Set.of());
  }
}
