package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;
import java.util.Comparator;

/**
 * One delivery of a message, beside the delivery that counts.
 *
 * @param event the delivery that counts
 * @param source index of the file of this one
 * @param isRepeat whether this is another than the one that counts
 */
record MessageDelivery(MessageEvent event, int source, boolean isRepeat) {
  /** In order of time, an answer in the same moment behind the question; deliveries together. */
  static final Comparator<MessageDelivery> ORDER =
      Comparator.comparing(
              MessageDelivery::event,
              Comparator.comparingLong(MessageEvent::atMicros)
                  .thenComparing(MessageEvent::direction)
                  .thenComparing(MessageEvent::messageId))
          .thenComparing(MessageDelivery::isRepeat);
}
