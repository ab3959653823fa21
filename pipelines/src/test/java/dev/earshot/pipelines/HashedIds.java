package dev.earshot.pipelines;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Ids as tables have them under the key of the tests, by the definition of HMAC-SHA-256. */
final class HashedIds {
  private static final int DIGITS = 32;

  private HashedIds() {}

  /** Of a post on X. */
  static String post(String id) {
    return post("x", id);
  }

  static String post(String network, String id) {
    return keyed("post:" + network + "\0" + id);
  }

  static String order(String brand, String id) {
    return keyed("order:" + brand + "\0" + id);
  }

  /**
   * Rows with the ids of posts on X again in place of their hashes, in order.
   *
   * @param ids those that there may be
   */
  static List<String> withPosts(List<String> rows, String... ids) {
    return with(rows, HashedIds::post, ids);
  }

  /** Rows with the ids of orders again in place of their hashes, in order. */
  static List<String> withOrders(List<String> rows, String brand, String... ids) {
    return with(rows, id -> order(brand, id), ids);
  }

  private static List<String> with(List<String> rows, UnaryOperator<String> hash, String... ids) {
    return rows.stream()
        .map(
            row -> {
              String shown = row;
              for (String id : ids) {
                shown = shown.replace(hash.apply(id), id);
              }
              return shown;
            })
        .sorted()
        .toList();
  }

  /** What a key makes of a text, half of it. */
  static String keyed(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(EarshotRun.KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
