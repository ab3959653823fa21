package dev.earshot.pipelines.generate;

import dev.earshot.pipelines.generate.GeneratedSet.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Conversations and answers of a generated set, counted from its files. */
final class InboxRecount {
  private static final long SILENCE = 72 * 3_600L;
  private static final List<String> COMPLIMENTS = List.of("amazing", "wonderful", "fantastic");
  private static final List<String> TECHNICAL = List.of("crashes", "cannot log in", "is broken,");

  /** Messages between one person and one brand without 72 hours of silence. */
  private record Conversation(
      String brand, String network, String person, LocalDate date, List<Entry> messages) {

    List<Entry> inbound() {
      return messages.stream().filter(entry -> entry.text("sender_id").equals(person)).toList();
    }

    boolean says(List<String> words) {
      return inbound().stream().anyMatch(entry -> words.stream().anyMatch(lower(entry)::contains));
    }

    private static String lower(Entry entry) {
      return entry.text("text").toLowerCase(Locale.ROOT);
    }
  }

  private final Recount recount;
  private final List<Conversation> conversations = new ArrayList<>();

  InboxRecount(Recount recount) {
    this.recount = recount;
    Map<String, List<Entry>> threads = new TreeMap<>();
    for (Entry message : recount.set.messages) {
      String key = message.text("network") + "," + message.text("message_id");
      if (recount.winners.get(key).equals(message)) {
        threads.computeIfAbsent(thread(message), any -> new ArrayList<>()).add(message);
      }
    }
    threads.forEach(this::split);
  }

  private String thread(Entry message) {
    String network = message.text("network");
    String sender = message.text("sender_id");
    String recipient = message.text("recipient_id");
    String owner = recount.brands.owner(network, sender);
    return owner == null
        ? recount.brands.owner(network, recipient) + "," + network + "," + sender
        : owner + "," + network + "," + recipient;
  }

  private void split(String thread, List<Entry> messages) {
    String[] parts = thread.split(",", -1);
    messages.sort(Comparator.comparingLong(message -> message.time("sent_at")));
    long last = Long.MIN_VALUE / 2;
    List<Entry> current = new ArrayList<>();
    for (Entry message : messages) {
      long sent = message.time("sent_at");
      if (sent - last >= SILENCE) {
        current = new ArrayList<>();
        LocalDate date = recount.date(parts[0], sent);
        conversations.add(new Conversation(parts[0], parts[1], parts[2], date, current));
      }
      current.add(message);
      last = sent;
    }
  }

  List<String> inboxRows(List<String> networks) {
    List<String> rows = new ArrayList<>();
    for (String brand : recount.brands.ids()) {
      for (int day = 0; day <= 16; day++) {
        LocalDate date = LocalDate.of(2026, 2, 28).plusDays(day);
        for (String network : networks) {
          List<Conversation> opened =
              conversations.stream()
                  .filter(one -> one.brand().equals(brand) && one.date().equals(date))
                  .filter(one -> network.equals("all") || one.network().equals(network))
                  .toList();
          if (!opened.isEmpty()) {
            rows.add(
                Recount.row(
                    brand,
                    date,
                    network,
                    opened.size(),
                    opened.stream().map(one -> one.network() + one.person()).distinct().count(),
                    opened.stream().mapToInt(one -> one.inbound().size()).sum(),
                    opened.stream().filter(one -> one.says(COMPLIMENTS)).count(),
                    opened.stream().filter(one -> one.says(TECHNICAL)).count()));
          }
        }
      }
    }
    return rows;
  }

  List<String> responseRows() {
    List<String> rows = new ArrayList<>();
    for (String brand : recount.brands.ids()) {
      List<Long> replies = publicDelays(brand);
      List<Conversation> own =
          conversations.stream().filter(one -> one.brand().equals(brand)).toList();
      List<Long> responses = new ArrayList<>();
      for (Conversation one : own) {
        long opened = one.messages().get(0).time("sent_at");
        one.messages().stream()
            .filter(message -> !message.text("sender_id").equals(one.person()))
            .filter(message -> message.fields().get("is_automated") == null)
            .findFirst()
            .ifPresent(message -> responses.add(message.time("sent_at") - opened));
      }
      rows.add(
          Recount.row(
              brand,
              replies.size(),
              Recount.median(replies),
              own.size(),
              responses.size(),
              Recount.median(responses)));
    }
    return rows;
  }

  private List<Long> publicDelays(String brand) {
    List<Long> delays = new ArrayList<>();
    for (Entry post : recount.accepted()) {
      String target = post.text("in_reply_to_post_id");
      if (target != null && brand.equals(recount.owner(post))) {
        Entry answered = recount.winners.get(post.text("network") + "," + target);
        if (answered != null) {
          delays.add(post.time("posted_at") - answered.time("posted_at"));
        }
      }
    }
    return delays;
  }
}
