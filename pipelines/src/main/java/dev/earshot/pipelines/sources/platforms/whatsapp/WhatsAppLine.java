package dev.earshot.pipelines.sources.platforms.whatsapp;

import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.times.NumericDate;
import java.nio.charset.StandardCharsets;

/**
 * The first line of a WhatsApp message: {@code [31.12.20, 23:59:59] Name: text} on iPhones, {@code
 * 31/12/2020, 11:59 pm - Name: text} on Android, with the marks and spaces of the phone's language.
 * Used again for the next line.
 */
final class WhatsAppLine {
  private static final int MAX_NAME_LENGTH = 256;
  private static final int LINES_OF_HEAD = 5;

  /** iPhones put this mark before what the app wrote, not the sender. */
  private static final char APP_MARK = 0x200E;

  private final NumericDate date = new NumericDate();
  private String sender = "";
  private String text = "";
  private String chat = "";

  /** Whether a message begins in one of the first lines of a file. */
  static boolean beginsIn(byte[] head, int length) {
    WhatsAppLine line = new WhatsAppLine();
    int from = Utf8.byteOrderMarkLength(head, length);
    for (int lines = 0; lines < LINES_OF_HEAD && from < length; lines++) {
      int lineFeed = Utf8.indexOfLineFeed(head, from, length);
      int end = lineFeed < 0 ? length : lineFeed;
      if (line.read(new String(head, from, end - from, StandardCharsets.UTF_8))) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }

  /** Reads a line; false if no message begins in it. */
  boolean read(String line) {
    int start = 0;
    while (start < line.length() && NumericDate.isSpace(line.charAt(start))) {
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
    while (i < line.length() && line.charAt(i) != APP_MARK && NumericDate.isSpace(line.charAt(i))) {
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
    while (start < line.length() && NumericDate.isSpace(line.charAt(start))) {
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
    if (isMarked(rest) && WhatsAppEvents.isAboutEncryption(rest)) {
      chat = name;
    } else if (!WhatsAppEvents.isSplit(name, rest)
        && !(isMarked(rest) && WhatsAppEvents.isAbout(name, rest))) {
      sender = name;
      text = rest;
    }
  }

  private static boolean isMarked(String text) {
    return !text.isEmpty() && text.charAt(0) == APP_MARK;
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

  NumericDate date() {
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
    return isMarked(text);
  }

  /** The text of the line. */
  String text() {
    return text;
  }

  /**
   * What the sender wrote of a whole message: nothing where it stands for a picture or was deleted,
   * which phones put in angle brackets or behind a mark, and not the note that it was edited.
   */
  static String written(String message) {
    String text = message.strip();
    boolean isBracketed =
        text.startsWith("<") && text.indexOf('>') == text.length() - 1 && text.indexOf('\n') < 0;
    if (isMarked(text) || isBracketed) {
      return "";
    }
    int note = text.lastIndexOf(APP_MARK);
    boolean isNote = note > 0 && text.startsWith("<", note + 1) && text.endsWith(">");
    return isNote ? text.substring(0, note).strip() : text;
  }
}
