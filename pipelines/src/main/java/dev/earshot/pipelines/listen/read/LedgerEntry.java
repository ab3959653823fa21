package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.facts.BrandSources;
import java.util.List;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * What a step notes about its own work. All kinds of notes share one output, because on Flink every
 * output of a step costs each element of the others a look.
 */
public record LedgerEntry(Note note) {

  /** A kind of note. */
  public sealed interface Note permits RejectedAt, RangeLines, BalanceOf, LatestTime, SourcesOf {}

  /** The notes of one kind. */
  public static <N extends Note> FlatMapElements<LedgerEntry, N> only(Class<N> kind) {
    return FlatMapElements.into(TypeDescriptor.of(kind))
        .via(entry -> kind.isInstance(entry.note()) ? List.of(kind.cast(entry.note())) : List.of());
  }

  /** What became of records of a source. */
  public record BalanceOf(int source, SourceBalance balance) implements Note {}

  /** The latest time that was read. */
  public record LatestTime(long micros) implements Note {}

  /** What was read of a brand. */
  public record SourcesOf(BrandSources sources) implements Note {}
}
