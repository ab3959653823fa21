package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record that cannot be read, and the reason. The line is Latin-1, so that single bytes above 127
 * are invalid UTF-8; a number sign stands for a running number.
 */
record BrokenRecord(RejectionReason reason, String line) {
  private static final int OVERLONG = 1_200_000;

  static final BrokenRecord[] POSTS = {
    post(RejectionReason.INVALID_JSON, "'text':'cut off in the mid"),
    new BrokenRecord(RejectionReason.INVALID_JSON, "no record at all, number #"),
    post(RejectionReason.MISSING_FIELD, "'text':'no author','posted_at':'2026-03-01T10:11:12Z'}"),
    post(RejectionReason.MISSING_FIELD, "'author_id':'b#','text':'no time'}"),
    post(RejectionReason.INVALID_FIELD, body("17", "2026-03-01T10:11:12Z") + "}"),
    post(
        RejectionReason.INVALID_FIELD,
        "'author_id':{'id':1},'text':'object','posted_at':'2026-03-01T10:11:12Z'}"),
    post(RejectionReason.INVALID_TIMESTAMP, body("'no zone'", "2026-03-01 10:11") + "}"),
    post(RejectionReason.INVALID_TIMESTAMP, body("'no date'", "yesterday at noon") + "}"),
    post(RejectionReason.INVALID_TIMESTAMP, body("'old'", "1026-03-01T10:11:12Z") + "}"),
    post(RejectionReason.INVALID_ENCODING, body("'caf\u00e9'", "2026-03-01T10:11:12Z") + "}"),
    post(RejectionReason.INVALID_ENCODING, body("'a\u00ff\u00feb'", "2026-03-01T10:11:12Z") + "}"),
    ruined("5.7E+17"),
    ruined("5.70306133677760513e+17"),
    engagement(RejectionReason.INVALID_FIELD, "'like_count':-4"),
    engagement(RejectionReason.INVALID_FIELD, "'like_count':'many'"),
  };

  static final BrokenRecord[] MESSAGES = {
    message(RejectionReason.INVALID_JSON, "'text':'cut off in the mid"),
    message(RejectionReason.MISSING_FIELD, "'text':'no time'}"),
    message(RejectionReason.INVALID_FIELD, "'text':17,'sent_at':'2026-03-01T10:11:12Z'}"),
    message(RejectionReason.INVALID_TIMESTAMP, "'text':'no zone','sent_at':'2026-03-01 10:11'}"),
    message(
        RejectionReason.INVALID_ENCODING,
        "'text':'caf\u00e9 au lait','sent_at':'2026-03-01T10:11:12Z'}"),
    new BrokenRecord(
        RejectionReason.RUINED_ID,
        quoted(
            "{'network':'x','message_id':5.7E+17,'sender_id':'b#','recipient_id':'b1',"
                + "'text':'rounded','sent_at':'2026-03-01T10:11:12Z'}")),
  };

  static final BrokenRecord[] ORDERS = {
    order(RejectionReason.INVALID_TIMESTAMP, "'ordered_at':'2026-03-02 10:00','amount':1}"),
    order(RejectionReason.INVALID_FIELD, "'ordered_at':'2026-03-02T10:00:00Z','amount':'1,50'}"),
    order(RejectionReason.INVALID_JSON, "'ordered_at':'2026-03-02T10:0"),
  };

  static final BrokenRecord[] IDENTITIES = {
    new BrokenRecord(
        RejectionReason.MISSING_FIELD,
        quoted("{'brand_id':'veltrano','customer_id':'b#','network':'x','account_id':'1'}")),
  };

  private static BrokenRecord order(RejectionReason reason, String rest) {
    String head = "{'brand_id':'veltrano','order_id':'broken-#','currency':'EUR',";
    return new BrokenRecord(reason, quoted(head + rest));
  }

  private static BrokenRecord post(RejectionReason reason, String rest) {
    return new BrokenRecord(reason, quoted("{'network':'x','post_id':'broken-#'," + rest));
  }

  private static BrokenRecord message(RejectionReason reason, String rest) {
    String head = "{'network':'x','message_id':'broken-#','sender_id':'b#','recipient_id':'b1',";
    return new BrokenRecord(reason, quoted(head + rest));
  }

  private static BrokenRecord ruined(String id) {
    return new BrokenRecord(
        RejectionReason.RUINED_ID,
        quoted(
            "{'network':'x','post_id':"
                + id
                + ","
                + body("'rounded'", "2026-03-01T10:11:12Z")
                + "}"));
  }

  private static BrokenRecord engagement(RejectionReason reason, String count) {
    return post(
        reason,
        body("'figures'", "2026-03-01T10:11:12Z")
            + ",'engagement':{'observed_at':'2026-03-02T10:11:12Z',"
            + count
            + "}}");
  }

  private static String body(String text, String time) {
    return "'author_id':'b#','text':" + text + ",'posted_at':'" + time + "'";
  }

  private static String quoted(String line) {
    return line.replace('\'', '"');
  }

  /** The bytes of the line, without a line feed. */
  byte[] bytes(long number) {
    return line.replace("#", Long.toString(number)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A record that would be good if its text were not {@value #OVERLONG} bytes long. */
  static byte[] overlong(long number) {
    byte[] head =
        quoted("{'network':'x','post_id':'broken-" + number + "','author_id':'b1','text':'")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] tail =
        quoted("','posted_at':'2026-03-01T10:11:12Z'}").getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[head.length + OVERLONG + tail.length];
    Arrays.fill(bytes, (byte) 'a');
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
    return bytes;
  }
}
