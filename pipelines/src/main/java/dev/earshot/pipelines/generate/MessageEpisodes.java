package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Direct messages between people and brands, one person's conversations after the other's. */
final class MessageEpisodes {
  /** More records than one person's conversations have, with a broken one before each. */
  private static final int LONGEST = 45;

  private static final int SILENCE = 74 * Period.HOUR;

  /** Moments this far apart stay apart, and in order, when they settle. */
  private static final int STEP = 130;

  private static final long MICROS = 1_000_000L;

  private final SeededRandom random;
  private final Cast cast;
  private final RecordSpreader sink;
  private final Truth truth;
  private long person;
  private long sequence;

  MessageEpisodes(SeededRandom random, Cast cast, RecordSpreader sink, Truth truth) {
    this.random = random;
    this.cast = cast;
    this.sink = sink;
    this.truth = truth;
  }

  void writeAll() throws IOException {
    while (sink.remaining() > LONGEST) {
      Correspondence correspondence = newCorrespondence();
      long moment = cast.period().moment(random, Period.HOUR);
      int conversations = random.chance(0.85) ? 1 : random.between(2, 3);
      for (int turn = 0; turn < conversations && moment < cast.period().end; turn++) {
        long last = writeConversation(correspondence, moment);
        moment = Period.settle(last + SILENCE + random.below(4 * Period.DAY));
      }
    }
    while (sink.remaining() > 0) {
      Correspondence correspondence = newCorrespondence();
      Dialogue dialogue = new Dialogue(correspondence, cast.period().moment(random, 0));
      dialogue.inbound(MessagePhrases.Kind.QUESTION);
      dialogue.finish(1);
    }
  }

  /** One person and one brand. */
  private record Correspondence(
      FictionalBrand brand, Network network, String person, String account, boolean hasId) {}

  private Correspondence newCorrespondence() {
    FictionalBrand brand = cast.brand();
    Network network = Network.pick(random);
    String id = network.personId(person++);
    String account = network.ownAccountId(brand.index());
    return new Correspondence(brand, network, id, account, random.chance(0.6));
  }

  /** Writes one conversation and returns the time of its last message. */
  private long writeConversation(Correspondence correspondence, long opening) throws IOException {
    Dialogue dialogue = new Dialogue(correspondence, opening);
    dialogue.inbound(random.pick(MessagePhrases.Kind.ALL));
    if (random.chance(0.3)) {
      dialogue.pause(0, 100);
      dialogue.outbound(true);
    }
    if (random.chance(0.4)) {
      dialogue.pause(0, 1_800);
      dialogue.inbound(random.pick(MessagePhrases.Kind.ALL));
    }
    if (random.chance(0.8)) {
      dialogue.pauseForAnswer();
      dialogue.outbound(false);
      if (random.chance(0.3)) {
        dialogue.pause(600, 20 * Period.HOUR);
        dialogue.inbound(MessagePhrases.Kind.QUESTION);
        dialogue.pauseForAnswer();
        dialogue.outbound(false);
      }
    }
    return dialogue.finish(random.chance(0.03) ? 2 : 1);
  }

  /** A conversation under way; what comes after the end of the period is left out. */
  private final class Dialogue {
    private final Correspondence correspondence;
    private final long opening;
    private final List<Message> messages = new ArrayList<>(8);
    private long moment;
    private int inboundCount;
    private boolean hasCompliment;
    private boolean hasTechnicalIssue;
    private long firstResponse = -1;

    Dialogue(Correspondence correspondence, long opening) {
      this.correspondence = correspondence;
      this.opening = opening;
      moment = opening;
    }

    void pause(int shortest, int longest) {
      moment = Period.settle(moment + STEP + random.between(shortest, longest));
    }

    void pauseForAnswer() {
      double seconds = random.logNormal(7.8, 1.2);
      moment = Period.settle(moment + STEP + (long) Math.min(20 * Period.HOUR, seconds));
    }

    void inbound(MessagePhrases.Kind kind) {
      if (moment <= cast.period().end) {
        messages.add(
            message(correspondence.person(), correspondence.account(), kind.pick(random), false));
        inboundCount++;
        hasCompliment |= kind == MessagePhrases.Kind.COMPLIMENT;
        hasTechnicalIssue |= kind == MessagePhrases.Kind.TECHNICAL_ISSUE;
      }
    }

    void outbound(boolean isAutomated) {
      if (moment <= cast.period().end) {
        String text = random.pick(isAutomated ? MessagePhrases.AUTOMATED : MessagePhrases.ANSWERS);
        messages.add(message(correspondence.account(), correspondence.person(), text, isAutomated));
        if (!isAutomated && firstResponse < 0) {
          firstResponse = moment - opening;
        }
      }
    }

    private Message message(String sender, String recipient, String text, boolean isAutomated) {
      return new Message(
          correspondence.network().id,
          "m" + (4_000_000_000L + sequence++),
          correspondence.hasId() ? "c-" + correspondence.person() : null,
          sender,
          recipient,
          text,
          random.chance(0.8) ? "en" : null,
          moment * MICROS,
          isAutomated,
          Set.of());
    }

    /** Writes the messages, the first of them as often as told. */
    long finish(int copies) throws IOException {
      truth.addConversation(
          correspondence.brand(),
          correspondence.network(),
          opening,
          inboundCount,
          hasCompliment,
          hasTechnicalIssue,
          firstResponse);
      int times = copies;
      for (Message message : messages) {
        sink.write(message, times);
        times = 1;
      }
      return messages.get(messages.size() - 1).sentAtMicros() / MICROS;
    }
  }
}
