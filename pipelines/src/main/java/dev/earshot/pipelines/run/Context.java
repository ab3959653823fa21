package dev.earshot.pipelines.run;

import dev.earshot.pipelines.sources.RecordKind;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records around a day that bear on its rows.
 *
 * @param reaches how far they are, by kind of input. Other kinds bear on no row of another day, or
 *     are read whole for any day as orders and identities are: these are few, and belong to the
 *     whole history of a customer.
 */
public record Context(SortedMap<RecordKind, Reach> reaches) implements Serializable {
  /** Nothing around a day. */
  public static final Context NONE = new Context(new TreeMap<>());

  /** Copies the map. */
  public Context {
    reaches = Collections.unmodifiableSortedMap(new TreeMap<>(reaches));
  }

  /** Records of one kind. */
  public static Context of(RecordKind kind, Reach reach) {
    return new Context(new TreeMap<>(Map.of(kind, reach)));
  }

  /** For days within a reach, each with this context. */
  public Context over(Reach days) {
    SortedMap<RecordKind, Reach> longer = new TreeMap<>();
    reaches.forEach((kind, reach) -> longer.put(kind, days.plus(reach)));
    return new Context(longer);
  }

  /** What either of two asks for. */
  public Context or(Context other) {
    SortedMap<RecordKind, Reach> both = new TreeMap<>(reaches);
    other.reaches.forEach((kind, reach) -> both.merge(kind, reach, Reach::or));
    return new Context(both);
  }

  /** How far records of a kind are; null for one that is not among them. */
  public @Nullable Reach of(RecordKind kind) {
    return reaches.get(kind);
  }
}
