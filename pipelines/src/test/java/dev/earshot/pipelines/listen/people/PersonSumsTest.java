package dev.earshot.pipelines.listen.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPerson.Direction;
import dev.earshot.pipelines.facts.AboutPerson.MentionFact;
import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;
import dev.earshot.pipelines.facts.CellAccumulator;
import dev.earshot.pipelines.facts.PhraseCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonSumsTest {
  private static final int POSTS = 1_000_000;
  private static final int DAYS = 28;

  /**
   * In 96 MiB of heap a million posts of one author to a brand do not fit; what they add up to
   * does, in order from disk.
   */
  @Test
  void anAuthorOfAMillionPostsIsNeverHeldInMemory() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HotAuthor.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    // Every third post is negative; a phrase and day has one author.
    assertEquals(
        List.of(
            "28 phrases, 1000000 mentions, 28 authors, 28 negative authors", "1000000 messages"),
        said.lines().toList());
  }

  /** A process of its own, since the heap is what is tested. */
  static final class HotAuthor {
    public static void main(String[] arguments) throws IOException {
      try (SortedRows<AboutPerson> sorted =
          new SortedRows<>(AboutPerson.class, AboutPerson.ORDER, 60_000)) {
        for (int post = 0; post < POSTS; post++) {
          sorted.add(fact(mention(post)));
          sorted.add(fact(message(post)));
        }
        Peeking<AboutPerson> facts = sorted.iterator();
        addUp(facts);
        converse(facts);
      }
    }

    private static void converse(Peeking<AboutPerson> facts) {
      Conversation conversation = new Conversation(facts.next().message());
      while (facts.hasNext()) {
        conversation.add(facts.next().message());
      }
      System.out.println(conversation.count(Direction.INBOUND) + " messages");
    }

    private static void addUp(Peeking<AboutPerson> facts) {
      PersonSums sums = new PersonSums(facts.peek());
      CellAccumulator windows = new CellAccumulator();
      while (facts.nextIs(fact -> fact.said() instanceof MentionFact)) {
        sums.add((MentionFact) facts.next().said(), windows);
      }
      sums.addTo(windows);
      long mentions = 0;
      long authors = 0;
      long negative = 0;
      for (PhraseCount count : sums.phrases().values()) {
        mentions += count.mentions();
        authors += count.authors();
        negative += count.negativeAuthors();
      }
      System.out.printf(
          "%d phrases, %d mentions, %d authors, %d negative authors%n",
          sums.phrases().size(), mentions, authors, negative);
    }

    private static AboutPerson fact(AboutPerson.Said said) {
      return new AboutPerson("heron", "x", "a hash of an author", said);
    }

    private static MentionFact mention(int post) {
      Polarity polarity = post % 3 == 0 ? Polarity.NEGATIVE : Polarity.POSITIVE;
      return new MentionFact(
          post % DAYS,
          "en",
          polarity,
          true,
          List.of("delivery"),
          0,
          List.of("late parcel"),
          Set.of());
    }

    private static MessageEvent message(int post) {
      return new MessageEvent(
          false, Direction.INBOUND, post, Integer.toString(post), Set.of(), true, -1);
    }
  }
}
