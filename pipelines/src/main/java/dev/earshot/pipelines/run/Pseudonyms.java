package dev.earshot.pipelines.run;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes in place of the ids of persons: HMAC-SHA-256 (RFC 2104), truncated to its first 128
 * bits (RFC 2104, section 5), in hexadecimal. Without the key a hash can neither be reversed nor
 * recomputed from a list of known ids. Not safe for use by several threads.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;
  private static final int KEY_ID_CHARACTERS = 12;
  private static final int CLUSTER_CHARACTERS = 16;
  private static final int FILE_CHARACTERS = 16;

  private final Mac mac;

  private Pseudonyms(Mac mac) {
    this.mac = mac;
  }

  /** Pseudonyms under a key. */
  public static Pseudonyms of(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return new Pseudonyms(mac);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** The pseudonym of an account: the same id on two networks has two unrelated pseudonyms. */
  public String of(String network, String accountId) {
    mac.update(network.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    byte[] digest = mac.doFinal(accountId.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  /**
   * The pseudonym of a customer of a brand's shop: unrelated to those of the person's accounts, and
   * to those of other brands' customers. No network's name has a colon.
   */
  public String ofCustomer(String brandId, String customerId) {
    return of("customer:" + brandId, customerId);
  }

  /**
   * The pseudonym of a post. Platforms build ids from their authors, as in {@code
   * at://did:plc:x/app.bsky.feed.post/y}, and show the author to whoever asks for any other id.
   */
  public String ofPost(String network, String postId) {
    return of("post:" + network, postId);
  }

  /** The pseudonym of an order of a brand's shop: its number stands in mails to the customer. */
  public String ofOrder(String brandId, String orderId) {
    return of("order:" + brandId, orderId);
  }

  /**
   * The pseudonym of a cluster of near-duplicates, 64 bits as the number that it stands for, which
   * is a hash without a key of the id of one of its posts.
   */
  public String ofCluster(long head) {
    return of("cluster:", Long.toHexString(head)).substring(0, CLUSTER_CHARACTERS);
  }

  /**
   * Stands for a record that could not be read.
   *
   * @param sha256 hexadecimal digest of its bytes
   */
  public String ofRecord(String sha256) {
    return of("record:", sha256);
  }

  /** Stands for the name of a file that is named after a person. */
  public String ofFile(String name) {
    return of("file:", name).substring(0, FILE_CHARACTERS);
  }

  /** Names the key without telling anything about it. */
  public String keyId() {
    return of("earshot", "key-id").substring(0, KEY_ID_CHARACTERS);
  }
}
