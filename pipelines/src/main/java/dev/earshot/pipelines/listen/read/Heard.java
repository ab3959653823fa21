package dev.earshot.pipelines.listen.read;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * What the steps of a run have given so far, by tag. Several steps may give the same; what no step
 * gives, since the run has no input for it, is not there.
 */
public final class Heard {
  private final Map<TupleTag<?>, PCollectionList<?>> given = new HashMap<>();

  /** Adds all that a step gives. */
  public void add(PCollectionTuple outputs) {
    outputs.getAll().keySet().forEach(tag -> add(tag, outputs));
  }

  /** Adds one of the things that a step gives. */
  public <T> void add(TupleTag<T> tag, PCollectionTuple outputs) {
    add(tag, outputs.get(tag));
  }

  public <T> void add(TupleTag<T> tag, PCollection<T> some) {
    given.put(tag, has(tag) ? all(tag).and(some) : PCollectionList.of(some));
  }

  public boolean has(TupleTag<?> tag) {
    return given.containsKey(tag);
  }

  /** All of a kind, of which there must be some. */
  public <T> PCollection<T> get(TupleTag<T> tag) {
    PCollectionList<T> all = all(tag);
    if (all.size() > 1) {
      given.put(tag, PCollectionList.of(all.apply("All " + tag.getId(), Flatten.pCollections())));
    }
    return all(tag).get(0);
  }

  @SuppressWarnings("unchecked")
  private <T> PCollectionList<T> all(TupleTag<T> tag) {
    PCollectionList<?> all = given.get(tag);
    if (all == null) {
      throw new IllegalArgumentException("the run has no input for " + tag.getId());
    }
    return (PCollectionList<T>) all;
  }
}
