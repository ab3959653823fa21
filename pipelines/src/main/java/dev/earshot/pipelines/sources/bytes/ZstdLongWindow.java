package dev.earshot.pipelines.sources.bytes;

import com.github.luben.zstd.ZstdDirectBufferDecompressingStreamNoFinalizer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Decoder of one frame whose window is above 128 MiB, as {@code zstd --long=28} to {@code
 * --long=31} write them. It holds as much of the decoded frame outside the heap as its window is
 * long.
 */
final class ZstdLongWindow implements Closeable {
  /** The largest window that the library decodes, and {@code zstd} writes: 2 GiB. */
  static final int LARGEST_LOGARITHM = 31;

  private static final int INPUT_BYTES = 32 << 10;

  private final ByteBuffer ready = ByteBuffer.allocateDirect(INPUT_BYTES).limit(0);
  private final ZstdDirectBufferDecompressingStreamNoFinalizer decoder =
      new ZstdDirectBufferDecompressingStreamNoFinalizer(ready);

  ZstdLongWindow() throws IOException {
    decoder.setLongMax(LARGEST_LOGARITHM);
  }

  /** Takes some of the input, and puts out what fits. */
  void decompress(ByteBuffer input, ByteBuffer output) throws IOException {
    if (!ready.hasRemaining()) {
      int count = Math.min(input.remaining(), INPUT_BYTES);
      ready.clear().put(input.slice(input.position(), count)).flip();
      input.position(input.position() + count);
    }
    do {
      decoder.read(output);
    } while (ready.hasRemaining() && output.hasRemaining());
  }

  @Override
  public void close() {
    decoder.close();
  }
}
