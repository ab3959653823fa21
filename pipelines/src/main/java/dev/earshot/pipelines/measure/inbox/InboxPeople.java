package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.measure.kit.Week;
import java.util.ArrayList;
import java.util.List;

/**
 * Distinct people of one network by day of a block. Weeks and the block follow from those who are
 * new in them: a person counts on the first of their days. Mutable while people are counted.
 *
 * @param ofDay people who opened a conversation
 * @param newInWeek of these, those who had opened none in the days of the week before
 * @param newInBlock of these, those who had opened none in the days of the block before
 */
@SuppressWarnings("ArrayRecordComponent") // added to, never compared
record InboxPeople(String network, long[] ofDay, long[] newInWeek, long[] newInBlock) {

  /**
   * Counts people by network, in the order of the networks' names. Networks share no person.
   *
   * @param conversations by network and person
   * @param dayCount days from the first of the block; later ones are not looked at
   */
  static List<InboxPeople> of(
      Iterable<ConversationOutcome> conversations, int block, int dayCount) {
    List<InboxPeople> networks = new ArrayList<>();
    ConversationOutcome last = null;
    int days = 0;
    for (ConversationOutcome next : conversations) {
      int day = next.day() - block;
      if (day >= dayCount) {
        continue;
      }
      if (last == null || !last.isOf(next)) {
        addLast(networks, days);
        days = 0;
      }
      if (last == null || !last.network().equals(next.network())) {
        networks.add(nobody(next.network(), dayCount));
      }
      days |= 1 << day;
      last = next;
    }
    addLast(networks, days);
    return networks;
  }

  private static InboxPeople nobody(String network, int dayCount) {
    return new InboxPeople(network, new long[dayCount], new long[dayCount], new long[dayCount]);
  }

  private static void addLast(List<InboxPeople> networks, int days) {
    if (days != 0) {
      networks.get(networks.size() - 1).add(days);
    }
  }

  /** Adds a person; days are bits, the first day of the block the lowest. */
  private void add(int days) {
    for (int left = days; left != 0; left &= left - 1) {
      int day = Integer.numberOfTrailingZeros(left);
      int before = days & ((1 << day) - 1);
      int firstOfWeek = day - day % Week.DAYS;
      ofDay[day]++;
      newInWeek[day] += before >>> firstOfWeek == 0 ? 1 : 0;
      newInBlock[day] += before == 0 ? 1 : 0;
    }
  }
}
