package dev.earshot.pipelines;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bodies of several parts (RFC 2046), each with a head of its own. */
final class Multipart {
  private static final String BOUNDARY = "of_the_answer";

  /** The type of a body that is made of {@link #part} and {@link #end}. */
  static final String CONTENT_TYPE = "multipart/mixed; boundary=" + BOUNDARY;

  private static final String END_OF_HEAD = "\r\n\r\n";

  private Multipart() {}

  /** The parts of a body, heads and all. Latin-1 keeps each byte as it is. */
  static List<byte[]> parts(String contentType, byte[] body) {
    String boundary = contentType.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
    String text = new String(body, StandardCharsets.ISO_8859_1);
    List<byte[]> parts = new ArrayList<>();
    String mark = "--" + boundary;
    int start = text.indexOf(mark) + mark.length();
    while (!text.startsWith("--", start)) {
      int end = text.indexOf("\r\n" + mark, start);
      parts.add(text.substring(start + 2, end).getBytes(StandardCharsets.ISO_8859_1));
      start = end + 2 + mark.length();
    }
    return parts;
  }

  /** What follows the head of a part. */
  static byte[] behindHead(byte[] part) {
    String text = new String(part, StandardCharsets.ISO_8859_1);
    return text.substring(text.indexOf(END_OF_HEAD) + END_OF_HEAD.length())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A line of the head of a part, or an empty text. */
  static String header(byte[] part, String name) {
    String text = new String(part, StandardCharsets.ISO_8859_1);
    for (String line : text.substring(0, text.indexOf(END_OF_HEAD)).split("\r\n", -1)) {
      if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return "";
  }

  /** The begin of a part that is the answer to a request of a batch. */
  static byte[] part(String requestId, String head) {
    String id = requestId.replace("<", "<response-");
    return ("--" + BOUNDARY + "\r\nContent-Type: application/http\r\nContent-ID: " + id + "\r\n\r\n"
            + head)
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] end() {
    return ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
