package dev.earshot.pipelines.sources.platforms.whatsapp;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.LineReader;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.RecordHash;
import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.bytes.Utf8Channel;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.ChatTurns;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.SourceContext;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A chat that WhatsApp exported as text. It has no ids, no zone and no participants: who wrote, and
 * whether the day or the month comes first, is told by a first look through the file. A message
 * goes on over the lines that begin with no date.
 */
public final class WhatsAppExport implements Source<Message> {
  public static final FormatSpec<Message> FORMAT =
      FormatSpec.of(Format.WHATSAPP_EXPORT, Message.class)
          .guide(
              "WhatsApp",
              "'whatsapp/*.txt'",
              "a chat, More, Export chat, Without media; state the time zone of the phone",
              "ids of messages and persons (names stand for them), the time zone, seconds on Android")
          .markedByLines(WhatsAppLine::beginsIn)
          .read(WhatsAppExport::of);

  private static final String NETWORK = "whatsapp";
  private static final int MAX_SAME_MINUTE = 10_000;

  private final ChatDates dates;
  private final ChatMembers members;
  private final Set<String> namesOfGroup;
  private final Predicate<String> isOwn;
  private final ReadLimits limits;

  private WhatsAppExport(
      ChatDates dates,
      ChatMembers members,
      Set<String> namesOfGroup,
      Predicate<String> isOwn,
      ReadLimits limits) {
    this.dates = dates;
    this.members = members;
    this.namesOfGroup = namesOfGroup;
    this.isOwn = isOwn;
    this.limits = limits;
  }

  private static WhatsAppExport of(SourceContext context) {
    Predicate<String> isOwn = context.accounts().on(NETWORK);
    ChatMembers nobody = new ChatMembers(isOwn);
    LocalTimes times = context.accounts().times();
    ZoneId zone = times.zone() == null ? ZoneOffset.UTC : times.zone();
    ChatDates dates = new ChatDates(zone, DateOrder.of(times.dayOrder()));
    return new WhatsAppExport(dates, nobody, Set.of(), isOwn, context.limits());
  }

  @Override
  public Format format() {
    return Format.WHATSAPP_EXPORT;
  }

  @Override
  public boolean needsSurvey() {
    return true;
  }

  @Override
  public WhatsAppExport surveyed(ReadableByteChannel channel) throws IOException {
    ChatMembers found = new ChatMembers(isOwn);
    Set<String> chats = new HashSet<>();
    Set<String> unsure = new HashSet<>();
    ChatDates.Survey survey = new ChatDates.Survey();
    WhatsAppLine line = new WhatsAppLine();
    LineReader lines = lines(channel);
    try {
      while (lines.next()) {
        if (!lines.isTooLong() && line.read(text(lines)) && line.hasDate()) {
          survey.add(line.date());
          addTo(chats, line.chat());
          if (line.isMarked() && chats.contains(line.sender())) {
            addTo(unsure, line.sender());
          } else {
            found.add(line.sender());
          }
        }
      }
    } catch (FileFaultException fault) {
      // Reading the file will tell it.
    }
    unsure.removeIf(found::contains);
    if (found.size() < 2) {
      // A chat of two has the name of the other one, who may never have written a word.
      chats.forEach(found::add);
      unsure.clear();
    }
    DateOrder order = dates.order() == null ? survey.order() : dates.order();
    return new WhatsAppExport(new ChatDates(dates.zone(), order), found, unsure, isOwn, limits);
  }

  private static void addTo(Set<String> names, String name) {
    if (!name.isEmpty() && names.size() < ChatMembers.MAX_MEMBERS) {
      names.add(name);
    }
  }

  private LineReader lines(ReadableByteChannel channel) {
    ReadableByteChannel utf8 = Utf8Channel.of(channel, StandardCharsets.UTF_8);
    return new LineReader(utf8, ByteRange.WHOLE, limits.maxRecordBytes());
  }

  private static String text(LineReader lines) {
    return new String(lines.buffer(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<Message> sink)
      throws IOException {
    DayOrder order = dates.order() == null ? null : dates.order().reported();
    if (order != null) {
      sink.dayOrder(order);
    }
    LineReader lines = lines(channel);
    Pending pending = new Pending(sink);
    WhatsAppLine line = new WhatsAppLine();
    try {
      while (lines.next()) {
        if (lines.isTooLong()) {
          pending.finish();
          pending.reject(RejectionReason.LINE_TOO_LONG, null, lines, lines.sha256());
        } else if (!Utf8.isValid(lines.buffer(), lines.offset(), lines.length())) {
          pending.finish();
          pending.reject(RejectionReason.INVALID_ENCODING, null, lines, lines.sha256());
        } else {
          String text = text(lines);
          if (line.read(text)) {
            pending.begin(line, lines);
          } else {
            pending.goOn(text, lines);
          }
        }
      }
      pending.finish();
    } catch (FileFaultException fault) {
      pending.finish();
      pending.reject(fault.reason(), null, lines, null);
    }
    return lines.lineFeeds();
  }

  /** The message whose end has not been seen yet. */
  private final class Pending {
    private final RecordSink<Message> sink;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> sameMinute = new HashMap<>();
    private final ChatTurns turns = new ChatTurns(members);
    private String sender = "";
    private long sentAt = Timestamps.INVALID;
    private long lastSentAt = Timestamps.INVALID;
    private long byteOffset;
    private long lineInRange;
    private long lastLine;
    private boolean isOpen;
    private boolean isTooLong;

    Pending(RecordSink<Message> sink) {
      this.sink = sink;
    }

    void begin(WhatsAppLine line, LineReader lines) {
      finish();
      isOpen = true;
      isTooLong = false;
      sender = line.isMarked() && namesOfGroup.contains(line.sender()) ? "" : line.sender();
      sentAt = line.hasDate() ? dates.micros(line.date()) : Timestamps.INVALID;
      text.setLength(0);
      text.append(line.text());
      byteOffset = lines.byteOffset();
      lineInRange = lines.lineInRange();
      lastLine = lineInRange;
    }

    /** A line without a date belongs to the message; before the first one it is no chat's. */
    void goOn(String line, LineReader lines) {
      if (!isOpen) {
        reject(RejectionReason.MISSING_FIELD, MessageField.SENT_AT.path(), lines, lines.sha256());
      } else if (text.length() + line.length() >= limits.maxRecordBytes()) {
        isTooLong = true;
      } else {
        text.append("\n".repeat((int) Math.min(100, lines.lineInRange() - lastLine))).append(line);
        lastLine = lines.lineInRange();
      }
    }

    void finish() {
      if (!isOpen) {
        return;
      }
      isOpen = false;
      if (sender.isEmpty()) {
        sink.skip(SkipReason.OTHER);
      } else if (isTooLong) {
        reject(RejectionReason.LINE_TOO_LONG, null);
      } else {
        accept();
      }
    }

    private void accept() {
      RecordDraft draft = new RecordDraft(MessageField.ALL, limits.latestMicros());
      String recipient = turns.recipientOf(members.conversationId(), sender);
      draft.set(MessageField.NETWORK, NETWORK);
      draft.set(MessageField.MESSAGE_ID, id());
      draft.set(MessageField.CONVERSATION_ID, members.conversationId());
      TextFields.setText(draft, MessageField.SENDER_ID, sender);
      TextFields.setText(
          draft, MessageField.RECIPIENT_ID, recipient == null ? "unknown" : recipient);
      TextFields.setText(draft, MessageField.TEXT, AppTexts.written(text.toString()));
      TextFields.setTimestamp(draft, MessageField.SENT_AT, sentAt);
      RecordField faulty = draft.faultyField();
      if (faulty == null) {
        sink.accept(MessageField.message(draft), byteOffset);
      } else {
        reject(draft.fault(faulty), faulty.path());
      }
    }

    /** The same words twice in the same minute are two messages. */
    private String id() {
      if (sentAt != lastSentAt || sameMinute.size() > MAX_SAME_MINUTE) {
        sameMinute.clear();
        lastSentAt = sentAt;
      }
      String id =
          ChatMembers.id(members.conversationId(), sender, Long.toString(sentAt), text.toString());
      int count = sameMinute.merge(id, 1, Integer::sum);
      return count == 1 ? id : id + "-" + count;
    }

    private void reject(RejectionReason reason, @Nullable String field) {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      String sha256 = RecordHash.of(bytes, bytes.length);
      sink.reject(new Rejection(reason, field, byteOffset, lineInRange, sha256));
    }

    void reject(
        RejectionReason reason, @Nullable String field, LineReader lines, @Nullable String sha) {
      sink.reject(new Rejection(reason, field, lines.byteOffset(), lines.lineInRange(), sha));
    }
  }
}
