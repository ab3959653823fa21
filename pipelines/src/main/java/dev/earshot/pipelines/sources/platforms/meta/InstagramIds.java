package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.times.Timestamps;

/**
 * Times in the ids of Instagram posts: the code in a post's address is its id in base 64, and the
 * id begins with the milliseconds since {@value #EPOCH_MILLIS} ("Sharding and IDs at Instagram",
 * 2012). It tells when a post was made where a response leaves the time out, as that of a hashtag's
 * top media does.
 */
final class InstagramIds {
  private static final long EPOCH_MILLIS = 1_314_220_021_721L;
  private static final int BITS_BEHIND_TIME = 23;
  private static final int CODE_LENGTH = 11;
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private InstagramIds() {}

  /** Sets the time of a post that has none but an address. */
  static void completeTime(RecordDraft draft, JsonNode media) {
    if (!draft.isPresent(PostField.POSTED_AT)) {
      long micros = micros(media.path("permalink").asText());
      if (micros != Timestamps.INVALID) {
        draft.set(PostField.POSTED_AT, micros);
      }
    }
  }

  private static long micros(String url) {
    for (String path : new String[] {"/p/", "/reel/", "/tv/"}) {
      int code = url.indexOf(path);
      if (code >= 0) {
        return decode(url, code + path.length());
      }
    }
    return Timestamps.INVALID;
  }

  private static long decode(String url, int from) {
    int end = from + CODE_LENGTH;
    boolean isCode = end == url.length() || (end < url.length() && url.charAt(end) == '/');
    long id = 0;
    for (int i = from; isCode && i < end; i++) {
      int digit = DIGITS.indexOf(url.charAt(i));
      if (digit < 0) {
        return Timestamps.INVALID;
      }
      id = id << 6 | digit;
    }
    return isCode
        ? Timestamps.inRange(((id >>> BITS_BEHIND_TIME) + EPOCH_MILLIS) * 1000)
        : Timestamps.INVALID;
  }
}
