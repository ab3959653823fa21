package dev.earshot.pipelines.sources.bytes;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdIOException;
import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Channel that decodes Zstandard, RFC 8878, with any number of frames.
 *
 * <p>The decoder does not say how much it has put out when it fails. So it is given one section of
 * the frame at a time (header, one block, checksum) and drained before the next: a fault then costs
 * nothing but its own block, which cannot be decoded anyhow.
 *
 * <p>A frame with a window above 128 MiB has a decoder of its own, {@link ZstdLongWindow}, since
 * the usual one refuses it. Windows above 2 GiB, which {@code zstd} neither writes nor reads, are
 * refused with {@link RejectionReason#FILE_UNREADABLE}.
 */
final class ZstdChannel extends DecompressingChannel {
  static final int FRAME_MAGIC = 0xfd2fb528;
  private static final int MAX_FRAME_HEADER_BYTES = 18;
  private static final int BLOCK_HEADER_BYTES = 3;
  private static final int RAW_BLOCK = 0;
  private static final int RLE_BLOCK = 1;
  private static final int RESERVED_BLOCK = 3;

  private static final long USUAL_WINDOW_BYTES = 1L << 27;
  private static final long LARGEST_WINDOW_BYTES = 1L << ZstdLongWindow.LARGEST_LOGARITHM;

  private enum Section {
    FRAME_START,
    FRAME_HEADER,
    SKIPPABLE_HEADER,
    SKIPPABLE_CONTENT,
    BLOCK_HEADER,
    BLOCK,
    CHECKSUM
  }

  private final ZstdDecompressCtx decoder = new ZstdDecompressCtx();
  private @Nullable ZstdLongWindow longWindow;
  private final ByteBuffer headerToFeed = ByteBuffer.allocateDirect(MAX_FRAME_HEADER_BYTES);
  private final byte[] header = new byte[MAX_FRAME_HEADER_BYTES];
  private int headerBytes;
  private Section section = Section.FRAME_START;
  private long missing = 4;
  private boolean hasChecksum;
  private boolean isLastBlock;
  private boolean mayHoldOutput;

  ZstdChannel(ReadableByteChannel source, ReadLimits limits) {
    super(source, limits, true);
    headerToFeed.limit(0);
  }

  static int littleEndianInt(byte[] bytes, int offset) {
    return (bytes[offset] & 0xff)
        | (bytes[offset + 1] & 0xff) << 8
        | (bytes[offset + 2] & 0xff) << 16
        | (bytes[offset + 3] & 0xff) << 24;
  }

  static boolean isSkippable(int magic) {
    return (magic & 0xfffffff0) == 0x184d2a50;
  }

  @Override
  void decode(ByteBuffer output) throws IOException {
    while (output.position() == 0) {
      if (mayHoldOutput || headerToFeed.hasRemaining()) {
        feed(headerToFeed, output);
      } else if (section == Section.BLOCK || section == Section.CHECKSUM) {
        feedSection(output);
      } else if (!readHeader()) {
        return;
      }
    }
  }

  /** Feeds the decoder as much of the present section as is ready. */
  private void feedSection(ByteBuffer output) throws IOException {
    if (missing > 0) {
      ByteBuffer input = input();
      if (!input.hasRemaining()) {
        throw new FileFaultException(RejectionReason.FILE_TRUNCATED);
      }
      int available = input.limit();
      int before = input.position();
      input.limit((int) Math.min(available, before + missing));
      try {
        feed(input, output);
      } finally {
        input.limit(available);
      }
      missing -= input.position() - before;
    }
    if (missing == 0 && !mayHoldOutput) {
      afterSection();
    }
  }

  private void feed(ByteBuffer input, ByteBuffer output) throws IOException {
    try {
      if (longWindow == null) {
        decoder.decompressDirectByteBufferStream(output, input);
      } else {
        longWindow.decompress(input, output);
      }
    } catch (ZstdException failure) {
      throw fault(failure.getErrorCode());
    } catch (ZstdIOException failure) {
      throw fault(failure.getErrorCode());
    }
    mayHoldOutput = !output.hasRemaining();
  }

  private static IOException fault(long error) {
    return error == Zstd.errMemoryAllocation()
        ? new IOException("no memory for the window of a Zstandard file")
        : new FileFaultException(RejectionReason.FILE_CORRUPT);
  }

  private void afterSection() {
    if (section == Section.BLOCK && !isLastBlock) {
      begin(Section.BLOCK_HEADER, BLOCK_HEADER_BYTES);
    } else if (section == Section.BLOCK && hasChecksum) {
      begin(Section.CHECKSUM, 4);
    } else {
      begin(Section.FRAME_START, 4);
    }
  }

  private void begin(Section next, long length) {
    section = next;
    missing = length;
    headerBytes = 0;
  }

  /** Reads one header byte by byte; false at the end of the file between two frames. */
  private boolean readHeader() throws IOException {
    while (missing > 0) {
      if (section == Section.FRAME_START && headerBytes == 0) {
        int first = nextByte();
        if (first < 0) {
          return false;
        }
        header[headerBytes++] = (byte) first;
      } else {
        int next = requiredByte();
        if (section != Section.SKIPPABLE_CONTENT) {
          header[headerBytes++] = (byte) next;
        }
      }
      missing--;
    }
    afterHeader();
    return true;
  }

  private void afterHeader() throws IOException {
    switch (section) {
      case FRAME_START -> frameStart();
      case FRAME_HEADER -> frameHeader();
      case SKIPPABLE_HEADER ->
          begin(Section.SKIPPABLE_CONTENT, littleEndianInt(header, 0) & 0xffffffffL);
      case SKIPPABLE_CONTENT -> begin(Section.FRAME_START, 4);
      default -> blockHeader();
    }
  }

  private void frameStart() throws FileFaultException {
    int magic = littleEndianInt(header, 0);
    if (isSkippable(magic)) {
      begin(Section.SKIPPABLE_HEADER, 4);
    } else if (magic == FRAME_MAGIC) {
      section = Section.FRAME_HEADER;
      missing = 1;
    } else {
      throw new FileFaultException(RejectionReason.FILE_CORRUPT);
    }
  }

  /** RFC 8878, 3.1.1.1: the descriptor byte tells the length of the rest. */
  private void frameHeader() throws IOException {
    int descriptor = header[4];
    boolean isSingleSegment = (descriptor & 0x20) != 0;
    int contentSizeBytes = new int[] {isSingleSegment ? 1 : 0, 2, 4, 8}[descriptor >>> 6 & 3];
    if (headerBytes == 5) {
      hasChecksum = (descriptor & 0x04) != 0;
      int dictionaryIdBytes = new int[] {0, 1, 2, 4}[descriptor & 3];
      missing = (isSingleSegment ? 0L : 1L) + dictionaryIdBytes + contentSizeBytes;
      if (missing > 0) {
        return;
      }
    }
    openFor(isSingleSegment ? contentSize(contentSizeBytes) : windowSize(header[5]));
    feedHeader();
    begin(Section.BLOCK_HEADER, BLOCK_HEADER_BYTES);
  }

  /** Of a frame in a single segment the content is the window; its size ends the header. */
  private long contentSize(int bytes) {
    long size = 0;
    for (int i = headerBytes - 1; i >= headerBytes - bytes; i--) {
      size = size << 8 | (header[i] & 0xff);
    }
    return bytes == 2 ? size + 256 : size;
  }

  /** RFC 8878, 3.1.1.1.2: an exponent of two and eighths of it. */
  private static long windowSize(int descriptor) {
    long base = 1L << (10 + (descriptor >>> 3 & 0x1f));
    return base + base / 8 * (descriptor & 7);
  }

  private void openFor(long windowBytes) throws IOException {
    closeLongWindow();
    if (windowBytes < 0 || windowBytes > LARGEST_WINDOW_BYTES) {
      throw new FileFaultException(RejectionReason.FILE_UNREADABLE);
    }
    if (windowBytes > USUAL_WINDOW_BYTES) {
      longWindow = new ZstdLongWindow();
    }
  }

  private void closeLongWindow() {
    if (longWindow != null) {
      longWindow.close();
      longWindow = null;
    }
  }

  private void blockHeader() throws FileFaultException {
    int value = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
    int type = value >>> 1 & 3;
    if (type == RESERVED_BLOCK) {
      throw new FileFaultException(RejectionReason.FILE_CORRUPT);
    }
    isLastBlock = (value & 1) != 0;
    feedHeader();
    begin(Section.BLOCK, type == RLE_BLOCK ? 1L : (long) (value >>> 3));
    if (missing == 0 && type == RAW_BLOCK) {
      afterSection();
    }
  }

  private void feedHeader() {
    headerToFeed.clear().put(header, 0, headerBytes).flip();
  }

  @Override
  void release() {
    closeLongWindow();
    decoder.close();
  }
}
