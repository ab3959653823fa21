package dev.earshot.pipelines.listen.posts;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.Fingerprints;
import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.LocalPost;
import dev.earshot.pipelines.facts.PostReference;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.RunSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Gives answers that name a post by the id of one server the id that the post has everywhere. The
 * file of the answer says what the id stands for, or else the other files, where they agree; an id
 * of which neither is true stays as it is, and the answer meets nothing.
 */
public final class ResolveLocalAnswers
    extends DoFn<KV<Integer, Iterable<Encoded<LocalPost>>>, KV<Integer, Encoded<AboutPost>>> {
  /** Facts of a partition that are held in memory, of about a kilobyte each; others on disk. */
  private static final int FACTS_IN_MEMORY = 60_000;

  private final Partitions partitions;

  public ResolveLocalAnswers(RunSettings settings) {
    partitions = new Partitions(settings.inputBytes());
  }

  /** What an id stands for, by the file that says so, and by all of them. */
  private static final class Meaning {
    private final Map<Integer, String> bySource = new HashMap<>();
    private final Set<String> all = new HashSet<>();

    void add(LocalPost name, String postId) {
      bySource.putIfAbsent(name.source(), postId);
      all.add(postId);
    }

    @Nullable String at(int source) {
      String own = bySource.get(source);
      return own == null && all.size() == 1 ? all.iterator().next() : own;
    }
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Encoded<LocalPost>>> partition,
      OutputReceiver<KV<Integer, Encoded<AboutPost>>> out)
      throws IOException {
    try (SortedRows<LocalPost> facts =
        new SortedRows<>(LocalPost.class, LocalPost.ORDER, FACTS_IN_MEMORY)) {
      for (Encoded<LocalPost> encoded : partition.getValue()) {
        facts.add(encoded.value());
      }
      Peeking<LocalPost> sorted = facts.iterator();
      while (sorted.hasNext()) {
        resolve(sorted.peek(), sorted, out);
      }
    }
  }

  private void resolve(
      LocalPost id, Peeking<LocalPost> facts, OutputReceiver<KV<Integer, Encoded<AboutPost>>> out) {
    Meaning meaning = new Meaning();
    while (facts.nextIs(id::isSameId)) {
      LocalPost fact = facts.next();
      PostVersion answer = fact.answer();
      if (fact.postId() != null) {
        meaning.add(fact, fact.postId());
      } else if (answer != null) {
        String answered = meaning.at(answer.place().source());
        answer(answered == null ? id.localId() : answered, answer, out);
      }
    }
  }

  private void answer(
      String answered, PostVersion answer, OutputReceiver<KV<Integer, Encoded<AboutPost>>> out) {
    PostVersion version = answer.answering(answered);
    long parent = Fingerprints.of(version.network(), answered);
    long own = Fingerprints.of(version.network(), version.postId());
    output(new AboutPost(parent, PostReference.of(version, answered, true)), out);
    output(new AboutPost(version.isOrphan() ? parent : own, version), out);
  }

  private void output(AboutPost fact, OutputReceiver<KV<Integer, Encoded<AboutPost>>> out) {
    out.output(KV.of(partitions.of(fact.post()), Encoded.of(fact)));
  }
}
