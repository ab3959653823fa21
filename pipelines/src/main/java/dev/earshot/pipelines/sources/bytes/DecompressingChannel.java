package dev.earshot.pipelines.sources.bytes;

import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** Base of the channels that decompress: limits, and faults only after all decoded bytes. */
abstract class DecompressingChannel implements ReadableByteChannel {
  private static final int INPUT_BYTES = 32 << 10;
  private static final int OUTPUT_BYTES = 64 << 10;

  private final ReadableByteChannel source;
  private final ReadLimits limits;
  private final ByteBuffer input;
  private final ByteBuffer output;
  private long compressedBytes;
  private long decompressedBytes;
  private @Nullable FileFaultException fault;
  private boolean isOpen = true;

  DecompressingChannel(ReadableByteChannel source, ReadLimits limits, boolean usesDirectBuffers) {
    this.source = source;
    this.limits = limits;
    this.input =
        usesDirectBuffers
            ? ByteBuffer.allocateDirect(INPUT_BYTES)
            : ByteBuffer.allocate(INPUT_BYTES);
    this.output =
        usesDirectBuffers
            ? ByteBuffer.allocateDirect(OUTPUT_BYTES)
            : ByteBuffer.allocate(OUTPUT_BYTES);
    input.limit(0);
    output.limit(0);
  }

  /**
   * Puts decoded bytes into {@code output}; puts none only at the end of the stream. Bytes put
   * before it throws count.
   */
  abstract void decode(ByteBuffer output) throws IOException;

  /** Frees what the decoder holds outside the heap. */
  abstract void release();

  /** Compressed bytes that are ready, at least one unless the file is at its end. */
  final ByteBuffer input() throws IOException {
    if (!input.hasRemaining()) {
      input.clear();
      int count = 0;
      while (count == 0) {
        count = source.read(input);
      }
      input.flip();
      compressedBytes += Math.max(0, count);
    }
    return input;
  }

  /** The next compressed byte, 0 to 255, or -1 at the end of the file. */
  final int nextByte() throws IOException {
    ByteBuffer ready = input();
    return ready.hasRemaining() ? ready.get() & 0xff : -1;
  }

  /** The next compressed byte of a structure that must go on. */
  final int requiredByte() throws IOException {
    int next = nextByte();
    if (next < 0) {
      throw new FileFaultException(RejectionReason.FILE_TRUNCATED);
    }
    return next;
  }

  @Override
  public final int read(ByteBuffer target) throws IOException {
    if (!target.hasRemaining()) {
      return 0;
    }
    if (!output.hasRemaining()) {
      fill();
    }
    if (!output.hasRemaining()) {
      if (fault != null) {
        throw fault;
      }
      return -1;
    }
    int count = Math.min(output.remaining(), target.remaining());
    target.put(output.slice(output.position(), count));
    output.position(output.position() + count);
    return count;
  }

  private void fill() throws IOException {
    if (fault != null) {
      return;
    }
    output.clear();
    try {
      decode(output);
    } catch (FileFaultException found) {
      fault = found;
    } finally {
      output.flip();
    }
    decompressedBytes += output.remaining();
    if (fault == null && isBeyondLimits()) {
      fault = new FileFaultException(RejectionReason.EXPANSION_LIMIT);
    }
  }

  private boolean isBeyondLimits() {
    return decompressedBytes > limits.maxDecompressedBytes()
        || (decompressedBytes > ReadLimits.UNCHECKED_EXPANSION_BYTES
            && decompressedBytes / limits.maxExpansionRatio() > compressedBytes);
  }

  @Override
  public final boolean isOpen() {
    return isOpen;
  }

  @Override
  public final void close() throws IOException {
    if (isOpen) {
      isOpen = false;
      release();
      source.close();
    }
  }
}
