package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.facts.MentionCell;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up conversations person by person, as what one person says is no independent evidence. */
final class PersonSums {
  private final Map<String, InboxSums> sums;
  private @Nullable ConversationOutcome last;
  private int praising;
  private int other;
  private int technical;

  /**
   * Nobody yet.
   *
   * @param sums by network, those that are wanted; {@link MentionCell#ALL} takes all networks
   */
  PersonSums(Map<String, InboxSums> sums) {
    this.sums = sums;
  }

  /** Adds a conversation; those of a person come together. */
  void add(ConversationOutcome conversation) {
    if (last != null && !last.isOf(conversation)) {
      end();
    }
    last = conversation;
    addTo(conversation.network(), conversation);
    addTo(MentionCell.ALL, conversation);
    if (conversation.isComplimentOnly()) {
      praising++;
    } else if (conversation.isTechnical()) {
      technical++;
    } else if (conversation.isClassified()) {
      other++;
    }
  }

  private void addTo(String network, ConversationOutcome conversation) {
    InboxSums wanted = sums.get(network);
    if (wanted != null) {
      wanted.add(conversation);
    }
  }

  /** Ends the last person. */
  void end() {
    addPersonTo(Objects.requireNonNull(last).network());
    addPersonTo(MentionCell.ALL);
    praising = 0;
    other = 0;
    technical = 0;
  }

  private void addPersonTo(String network) {
    InboxSums wanted = sums.get(network);
    if (wanted != null) {
      wanted.addPerson(praising, other, technical);
    }
  }
}
