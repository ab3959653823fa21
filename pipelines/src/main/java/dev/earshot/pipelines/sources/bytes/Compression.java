package dev.earshot.pipelines.sources.bytes;

import java.nio.channels.ReadableByteChannel;

/** Compression of a file, told from its first bytes and never from its name. */
public enum Compression {
  NONE,
  /** RFC 1952, one member or several. */
  GZIP,
  /** RFC 8878, one frame or several, skippable frames included. */
  ZSTD;

  /** Bytes that {@link #detect} wants to see, where the file has as many. */
  public static final int SIGNATURE_BYTES = 4;

  /**
   * Tells the compression.
   *
   * @param head first bytes of the file
   * @param length how many of them there are; fewer than {@link #SIGNATURE_BYTES} only if the file
   *     is that short
   */
  public static Compression detect(byte[] head, int length) {
    if (length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
      return GZIP;
    }
    if (length >= 4) {
      int magic = ZstdChannel.littleEndianInt(head, 0);
      if (magic == ZstdChannel.FRAME_MAGIC || ZstdChannel.isSkippable(magic)) {
        return ZSTD;
      }
    }
    return NONE;
  }

  /**
   * Opens a view that decompresses. Of a truncated, corrupt or bomb-like stream it gives every byte
   * that can be decoded; only then {@code read} throws {@link FileFaultException}. An error of the
   * underlying channel passes as it is.
   *
   * @param channel standing at the beginning of the file; closed with the view
   */
  public ReadableByteChannel open(ReadableByteChannel channel, ReadLimits limits) {
    return switch (this) {
      case NONE -> channel;
      case GZIP -> new GzipChannel(channel, limits);
      case ZSTD -> new ZstdChannel(channel, limits);
    };
  }
}
