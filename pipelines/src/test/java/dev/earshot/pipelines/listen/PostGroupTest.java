package dev.earshot.pipelines.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.Engagement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostGroupTest {
  private static PostVersion version(
      String id, Long observedAt, int source, long offset, String owner, String parent) {
    Engagement engagement =
        observedAt == null
            ? null
            : new Engagement(observedAt, 10 * observedAt, null, null, null, null, null);
    boolean isOrphan = owner == null && parent != null;
    return new PostVersion(
        "x",
        id,
        "author",
        owner,
        "text",
        "en",
        0,
        parent,
        null,
        null,
        null,
        engagement,
        Set.of(),
        List.of(),
        isOrphan,
        source,
        offset);
  }

  private static PostVersion version(Long observedAt, int source, long offset) {
    return version("1", observedAt, source, offset, null, null);
  }

  private static PostReference reference(String child, boolean isReply) {
    return new PostReference("x", "1", child, "somebody", null, 5, isReply, false);
  }

  private static PostGroup group(PostFact... facts) {
    PostGroup group = new PostGroup();
    List.of(facts).forEach(group::add);
    return group;
  }

  @Test
  void theNewestFiguresCountThenTheEarlierFileThenTheEarlierLine() {
    List<PostVersion> inOrder =
        List.of(
            version(9L, 5, 0),
            version(7L, 0, 10),
            version(7L, 0, 20),
            version(7L, 1, 0),
            version(null, 0, 0),
            version(null, 2, 0));
    Random random = new Random(1);
    for (int trial = 0; trial < 50; trial++) {
      List<PostVersion> shuffled = new ArrayList<>(inOrder);
      Collections.shuffle(shuffled, random);
      PostGroup group = new PostGroup();
      shuffled.forEach(version -> group.add(PostFact.of(1L, version)));
      assertEquals(List.of(inOrder), group.posts());
    }
  }

  @Test
  void historyHoldsEachSnapshotOnceOldestFirst() {
    List<PostVersion> newestFirst =
        group(
                PostFact.of(1L, version(7L, 0, 0)),
                PostFact.of(1L, version(9L, 0, 1)),
                PostFact.of(1L, version(7L, 1, 0)),
                PostFact.of(1L, version(null, 1, 1)))
            .posts()
            .get(0);
    assertEquals(
        List.of(7L, 9L),
        PostGroup.history(newestFirst).stream().map(Engagement::observedAtMicros).toList());
  }

  @Test
  void aPostThatQuotesAndRepliesIsOneReply() {
    PostReference quote = reference("2", false);
    PostReference reply = reference("2", true);
    PostReference other = reference("3", false);
    PostVersion post = version(1L, 0, 0);
    for (List<PostReference> order :
        List.of(List.of(quote, reply, other, reply), List.of(reply, other, quote))) {
      PostGroup group = group(PostFact.of(1L, post));
      order.forEach(reference -> group.add(PostFact.of(1L, reference)));
      assertEquals(List.of(reply, other), group.referencesTo(post));
    }
  }

  @Test
  void referencesToAPostThatIsNotThereAreKept() {
    PostStub stub = new PostStub("x", "1", "author", 3);
    PostGroup group =
        group(PostFact.of(1L, stub), PostFact.of(1L, stub), PostFact.of(1L, reference("2", true)));
    assertEquals(List.of(), group.posts());
    assertEquals(List.of(stub), group.stubs());
    assertEquals(List.of(reference("2", true)), group.referencesTo(stub));
  }

  @Test
  void anAnswerWithoutABrandIsAboutTheBrandThatWroteTheAnsweredPost() {
    PostVersion own = version("1", 1L, 0, 0, "veltrano", null);
    PostVersion answer = version("2", 1L, 0, 1, null, "1");
    PostVersion again = version("2", 2L, 0, 2, null, "1");
    PostVersion stray = version("3", 1L, 0, 3, null, "4");
    List<List<PostVersion>> answers =
        group(
                PostFact.of(1L, answer),
                PostFact.of(1L, stray),
                PostFact.of(1L, own),
                PostFact.of(1L, again))
            .answers();
    assertEquals(2, answers.size());
    assertEquals(
        List.of(2L, 1L), answers.get(0).stream().map(PostVersion::observedAtMicros).toList());
    assertEquals("veltrano", answers.get(0).get(0).matches().get(0).brandId());
    assertEquals(
        Set.of(BrandEvidence.REPLY_TO_OWN_ACCOUNT),
        answers.get(0).get(0).matches().get(0).evidence());
    assertEquals(List.of(), answers.get(1).get(0).matches());
  }

  @Test
  void ofTwoClustersTheSmallerHeadCountsInAnyOrder() {
    PostFact negative = PostFact.of(1L, new ClusterAssignment(1, -5));
    PostFact small = PostFact.of(1L, new ClusterAssignment(1, 5));
    assertEquals(5L, group(negative, small).clusterHead());
    assertEquals(5L, group(small, negative).clusterHead());
    assertNull(group().clusterHead());
  }
}
