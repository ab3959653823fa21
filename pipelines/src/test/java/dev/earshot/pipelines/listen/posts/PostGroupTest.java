package dev.earshot.pipelines.listen.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Engagement;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.ClusterAssignment;
import dev.earshot.pipelines.facts.PostContent;
import dev.earshot.pipelines.facts.PostReference;
import dev.earshot.pipelines.facts.PostRelations;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.facts.RecordPlace;
import dev.earshot.pipelines.facts.UnmatchedPost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
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
        new PostContent("text", "en", null, Set.of(), List.of()),
        0,
        new PostRelations(parent, null, null),
        engagement,
        List.of(),
        isOrphan,
        new RecordPlace(source, offset));
  }

  private static PostVersion version(Long observedAt, int source, long offset) {
    return version("1", observedAt, source, offset, null, null);
  }

  private static PostReference reference(String child, String brand, boolean isReply, long at) {
    return new PostReference("x", "1", child, "somebody", brand, at, isReply, false);
  }

  private static PostGroup group(AboutPost... facts) {
    PostGroup group = new PostGroup();
    Stream.of(facts).sorted(AboutPost.ORDER).forEach(group::add);
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
      PostGroup group =
          group(shuffled.stream().map(v -> new AboutPost(1L, v)).toArray(AboutPost[]::new));
      assertEquals(List.of(inOrder), group.posts());
    }
  }

  @Test
  void historyHoldsEachSnapshotOnceOldestFirst() {
    List<PostVersion> newestFirst =
        group(
                new AboutPost(1L, version(7L, 0, 0)),
                new AboutPost(1L, version(9L, 0, 1)),
                new AboutPost(1L, version(7L, 1, 0)),
                new AboutPost(1L, version(null, 1, 1)))
            .posts()
            .get(0);
    assertEquals(
        List.of(7L, 9L),
        PostGroup.history(newestFirst).stream().map(Engagement::observedAtMicros).toList());
  }

  @Test
  void aPostThatQuotesAndRepliesIsOneReply() {
    AboutPost post = new AboutPost(1L, version("1", 1L, 0, 0, "veltrano", null));
    AboutPost quote = new AboutPost(1L, reference("2", "brimwell", false, 5));
    AboutPost reply = new AboutPost(1L, reference("2", "brimwell", true, 5));
    AboutPost other = new AboutPost(1L, reference("3", "brimwell", false, 5));
    for (AboutPost[] order :
        List.of(
            new AboutPost[] {post, quote, reply, other, reply},
            new AboutPost[] {reply, other, quote, post})) {
      assertEquals(
          List.of(reply.evidence(), other.evidence()), group(order).brandsReferringTo("x", "1"));
    }
  }

  /** By a customer, twice, by another brand, by the brand itself, and by a customer too late. */
  @Test
  void resonanceCountsOthersOnceUntilThePostIsMature() {
    long week = Duration.ofDays(7).toMillis() * 1000;
    PostVersion own = version("1", 1L, 0, 0, "veltrano", null);
    PostGroup group =
        group(
            new AboutPost(1L, own),
            new AboutPost(1L, reference("2", null, true, week)),
            new AboutPost(1L, reference("2", null, false, 3)),
            new AboutPost(1L, reference("3", "brimwell", true, 4)),
            new AboutPost(1L, reference("4", "veltrano", true, 4)),
            new AboutPost(1L, reference("5", null, true, week + 1)));
    assertEquals(2, group.resonance(own));
    assertEquals(0, group().resonance(own));
  }

  @Test
  void answersOfBrandsToAPostThatIsNotThereAreKept() {
    UnmatchedPost stub = new UnmatchedPost("x", "1", "author", 3);
    PostReference reply = reference("2", "veltrano", true, 5);
    PostGroup group =
        group(
            new AboutPost(1L, stub),
            new AboutPost(1L, stub),
            new AboutPost(1L, reply),
            new AboutPost(1L, reference("3", null, true, 5)));
    assertEquals(List.of(), group.posts());
    assertEquals(List.of(stub), group.stubs());
    assertEquals(List.of(reply), group.brandsReferringTo("x", "1"));
  }

  @Test
  void anAnswerWithoutABrandIsAboutTheBrandThatWroteTheAnsweredPost() {
    PostGroup group = group(new AboutPost(1L, version("1", 1L, 0, 0, "veltrano", null)));
    PostVersion answer = version("2", 1L, 0, 1, null, "1");
    assertEquals("veltrano", group.ownerAnsweredBy(answer));
    assertNull(group.ownerAnsweredBy(version("3", 1L, 0, 3, null, "4")));
    BrandMatch match = answer.answerTo("veltrano").matches().get(0);
    assertEquals("veltrano", match.brandId());
    assertEquals(Set.of(BrandEvidence.REPLY_TO_OWN_ACCOUNT), match.evidence());
  }

  @Test
  void factsStandInTheOrderInWhichTheyAreTaken() {
    List<AboutPost> inOrder =
        List.of(
            new AboutPost(1L, version("1", 1L, 0, 0, "veltrano", null)),
            new AboutPost(1L, reference("2", null, true, 5)),
            new AboutPost(1L, version("2", 9L, 0, 0, null, "1")),
            new AboutPost(1L, version("2", 8L, 0, 0, null, "1")),
            new AboutPost(1L, version("3", 9L, 0, 0, null, "1")),
            new AboutPost(2L, version("4", 1L, 0, 0, "veltrano", null)));
    List<AboutPost> reversed = new ArrayList<>(inOrder);
    Collections.reverse(reversed);
    assertEquals(inOrder, reversed.stream().sorted(AboutPost.ORDER).toList());
  }

  @Test
  void ofTwoClustersTheSmallerHeadCountsInAnyOrder() {
    AboutPost negative = new AboutPost(1L, new ClusterAssignment(1, -5));
    AboutPost small = new AboutPost(1L, new ClusterAssignment(1, 5));
    assertEquals(5L, group(negative, small).clusterHead());
    assertEquals(5L, group(small, negative).clusterHead());
    assertNull(group().clusterHead());
  }
}
