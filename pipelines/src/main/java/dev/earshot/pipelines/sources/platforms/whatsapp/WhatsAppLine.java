package dev.earshot.pipelines.sources.platforms.whatsapp;

import dev.earshot.pipelines.sources.bytes.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * The first line of a WhatsApp message: {@code [31.12.20, 23:59:59] Name: text} on iPhones, {@code
 * 31/12/2020, 11:59 pm - Name: text} on Android, with the words, marks and spaces of the phone's
 * language. Used again for the next line.
 */
final class WhatsAppLine {
  private static final int MAX_NAME_LENGTH = 256;
  private static final int LINES_OF_HEAD = 5;

  private final LineDate date = new LineDate();
  private boolean isRead;
  private boolean isDateFirst;
  private String sender = "";
  private String text = "";
  private String chat = "";

  /**
   * Whether a message begins in one of the first lines of a file, or in all of them one whose date
   * cannot be read: then it is a chat of which every message is rejected, and no text for people.
   */
  static boolean beginsIn(byte[] head, int length) {
    WhatsAppLine line = new WhatsAppLine();
    int from = Utf8.byteOrderMarkLength(head, length);
    boolean isAll = from < length;
    for (int lines = 0; lines < LINES_OF_HEAD && from < length; lines++) {
      int lineFeed = Utf8.indexOfLineFeed(head, from, length);
      int end = lineFeed < 0 ? length : lineFeed;
      boolean isFirst = line.read(new String(head, from, end - from, StandardCharsets.UTF_8));
      if (isFirst && line.isRead) {
        return true;
      }
      isAll &= isFirst;
      from = end + 1;
    }
    return isAll;
  }

  /**
   * Reads a line; false if no message begins in it. One may begin although {@link #hasDate} is
   * false: in a line that is built like a first one, with a date that cannot be read. A time before
   * the date begins none where others have it behind: what was copied from WhatsApp's web page and
   * pasted into a message looks so.
   */
  boolean read(String line) {
    isRead = readDated(line);
    if (isRead && isDateFirst && date.isTimeFirst()) {
      isRead = false;
      return false;
    }
    if (isRead) {
      isDateFirst |= !date.isTimeFirst();
      return true;
    }
    int end = UnknownDates.end(line);
    if (end >= 0) {
      split(line, skipSpaces(line, end));
    }
    return end >= 0;
  }

  private boolean readDated(String line) {
    int start = 0;
    while (start < line.length() && LineDate.isSpace(line.charAt(start))) {
      start++;
    }
    boolean isBracketed = start < line.length() && line.charAt(start) == '[';
    if (!date.scan(line, isBracketed ? start + 1 : start)) {
      return false;
    }
    int end = date.end();
    if (isBracketed) {
      if (end >= line.length() || line.charAt(end) != ']') {
        return false;
      }
      end++;
    } else {
      end = skipSpaces(line, end);
      if (end >= line.length() || (line.charAt(end) != '-' && line.charAt(end) != '–')) {
        return false;
      }
      end++;
    }
    split(line, skipSpaces(line, end));
    return true;
  }

  private static int skipSpaces(String line, int from) {
    int i = from;
    while (i < line.length()
        && line.charAt(i) != AppTexts.MARK
        && LineDate.isSpace(line.charAt(i))) {
      i++;
    }
    return i;
  }

  /** A line of the app itself has no sender. */
  private void split(String line, int from) {
    sender = "";
    text = "";
    chat = "";
    int start = from;
    while (start < line.length() && LineDate.isSpace(line.charAt(start))) {
      start++;
    }
    int colon = line.indexOf(": ", start);
    boolean endsInColon = colon < 0 && line.endsWith(":");
    colon = endsInColon ? line.length() - 1 : colon;
    if (colon <= start || colon - start > MAX_NAME_LENGTH) {
      return;
    }
    String name = name(line, start, colon);
    String rest = endsInColon ? "" : line.substring(colon + 2);
    if (AppTexts.isMarked(rest) && WhatsAppEvents.isAboutEncryption(rest)) {
      chat = name;
    } else if (!WhatsAppEvents.isSplit(name, rest)
        && !(AppTexts.isMarked(rest) && WhatsAppEvents.isAbout(name, rest))) {
      sender = name;
      text = rest;
    }
  }

  /** A name without the marks around a number and the tilde before a name that is not saved. */
  private static String name(String line, int start, int end) {
    StringBuilder name = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = line.charAt(i);
      boolean isMark = (c >= 0x202A && c <= 0x202E) || c == 0x200E || c == 0x200F;
      if (!isMark) {
        name.append(Character.isSpaceChar(c) ? ' ' : c);
      }
    }
    String stripped = name.toString().strip();
    return stripped.startsWith("~") ? stripped.substring(1).strip() : stripped;
  }

  /** Whether the date was read. */
  boolean hasDate() {
    return isRead;
  }

  LineDate date() {
    return date;
  }

  /** The display name or number; empty for a line of the app. */
  String sender() {
    return sender;
  }

  /** Whose name stands before the notice that the chat is encrypted, a member's or the group's. */
  String chat() {
    return chat;
  }

  /** Whether the text stands for a picture or tells an event, where iPhones mark that. */
  boolean isMarked() {
    return AppTexts.isMarked(text);
  }

  /** The text of the line. */
  String text() {
    return text;
  }
}
