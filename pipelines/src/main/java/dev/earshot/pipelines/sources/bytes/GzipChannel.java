package dev.earshot.pipelines.sources.bytes;

import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Channel that decodes gzip, RFC 1952, with any number of members and zero padding after the last.
 * The JDK's {@code GZIPInputStream} would lose the bytes that were inflated in the call that meets
 * the fault.
 */
final class GzipChannel extends DecompressingChannel {
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int RESERVED_FLAGS = 0xe0;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] decoded = new byte[32 << 10];
  private boolean inMember;
  private boolean hadMember;

  GzipChannel(ReadableByteChannel source, ReadLimits limits) {
    super(source, limits, false);
  }

  @Override
  void decode(ByteBuffer output) throws IOException {
    while (output.position() == 0) {
      if (!inMember && !nextMember()) {
        return;
      }
      inflate(output);
      if (inflater.finished()) {
        readTrailer();
        inMember = false;
      }
    }
  }

  private void inflate(ByteBuffer output) throws IOException {
    if (inflater.needsInput()) {
      ByteBuffer input = input();
      if (!input.hasRemaining()) {
        throw new FileFaultException(RejectionReason.FILE_TRUNCATED);
      }
      inflater.setInput(input);
    }
    long before = inflater.getBytesWritten();
    boolean isIntact = true;
    try {
      inflater.inflate(decoded, 0, Math.min(decoded.length, output.remaining()));
    } catch (DataFormatException corrupt) {
      isIntact = false;
    }
    int count = (int) (inflater.getBytesWritten() - before);
    checksum.update(decoded, 0, count);
    output.put(decoded, 0, count);
    if (!isIntact || inflater.needsDictionary()) {
      throw new FileFaultException(RejectionReason.FILE_CORRUPT);
    }
  }

  /** Reads the header of the next member; false at the end of the file. */
  private boolean nextMember() throws IOException {
    int first = nextByte();
    if (hadMember && first == 0) {
      skipPadding();
      return false;
    }
    if (first < 0) {
      return false;
    }
    expect(first, 0x1f);
    expect(requiredByte(), 0x8b);
    expect(requiredByte(), 8);
    int flags = requiredByte();
    if ((flags & RESERVED_FLAGS) != 0) {
      throw new FileFaultException(RejectionReason.FILE_CORRUPT);
    }
    skip(6);
    skipOptionalHeader(flags);
    inflater.reset();
    checksum.reset();
    inMember = true;
    hadMember = true;
    return true;
  }

  private void skipOptionalHeader(int flags) throws IOException {
    if ((flags & FLAG_EXTRA) != 0) {
      skip(requiredByte() | requiredByte() << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipZeroTerminated();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipZeroTerminated();
    }
    if ((flags & FLAG_HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void readTrailer() throws IOException {
    expectLittleEndian((int) checksum.getValue());
    expectLittleEndian((int) inflater.getBytesWritten());
  }

  private void expectLittleEndian(int value) throws IOException {
    for (int shift = 0; shift < 32; shift += 8) {
      expect(requiredByte(), value >>> shift & 0xff);
    }
  }

  private static void expect(int found, int wanted) throws FileFaultException {
    if (found != wanted) {
      throw new FileFaultException(RejectionReason.FILE_CORRUPT);
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      requiredByte();
    }
  }

  private void skipZeroTerminated() throws IOException {
    int next = requiredByte();
    while (next != 0) {
      next = requiredByte();
    }
  }

  private void skipPadding() throws IOException {
    int next = 0;
    while (next == 0) {
      next = nextByte();
    }
    if (next > 0) {
      throw new FileFaultException(RejectionReason.FILE_CORRUPT);
    }
  }

  @Override
  void release() {
    inflater.end();
  }
}
