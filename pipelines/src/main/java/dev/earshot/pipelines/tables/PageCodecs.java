package dev.earshot.pipelines.tables;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.lz4.Lz4HadoopStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Compresses and decompresses the pages of Parquet files without Hadoop, of whose classes the
 * library's own codecs are made. Writes Zstandard; reads all codecs of the format but LZO and
 * Brotli, which the library itself reads with further packages only.
 */
public final class PageCodecs implements CompressionCodecFactory {
  private static final int ZSTD_LEVEL = 3;

  /** How a file is read, by these codecs. */
  public static ParquetReadOptions.Builder readOptions() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new PageCodecs());
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("tables are compressed by ZSTD, not by " + codec);
    }
    return new ZstdCompressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new Decompressor(codec);
  }

  /** Nothing is held that outlives a page, but for what a compressor releases itself. */
  @Override
  public void release() {}

  private static byte[] bytes(BytesInput page) throws IOException {
    return page.toInputStream().readNBytes(Math.toIntExact(page.size()));
  }

  private static final class ZstdCompressor implements BytesInputCompressor {
    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(ZSTD_LEVEL);

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
      return BytesInput.from(context.compress(bytes(page)));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
      context.close();
    }
  }

  private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput page, int size) throws IOException {
      return codec == CompressionCodecName.UNCOMPRESSED
          ? page
          : BytesInput.from(plain(bytes(page), size));
    }

    @Override
    public void decompress(ByteBuffer page, int compressedSize, ByteBuffer plain, int size)
        throws IOException {
      byte[] bytes = new byte[compressedSize];
      page.get(bytes);
      plain.put(plain(bytes, size));
    }

    @Override
    public void release() {}

    private byte[] plain(byte[] page, int size) throws IOException {
      return switch (codec) {
        case UNCOMPRESSED -> page;
        case ZSTD -> whole(zstd(page, size), size);
        case SNAPPY -> {
          whole(Snappy.uncompressedLength(page), size);
          yield Snappy.uncompress(page);
        }
        case LZ4_RAW -> {
          byte[] plain = new byte[size];
          whole(new Lz4Decompressor().decompress(page, 0, page.length, plain, 0, size), size);
          yield plain;
        }
        case GZIP -> read(new GZIPInputStream(new ByteArrayInputStream(page)), size);
        case LZ4 ->
            read(new Lz4HadoopStreams().createInputStream(new ByteArrayInputStream(page)), size);
        case LZO, BROTLI -> throw new IOException("pages compressed by " + codec);
      };
    }

    private static byte[] zstd(byte[] page, int size) throws IOException {
      byte[] plain = new byte[size];
      long length = Zstd.decompress(plain, page);
      if (Zstd.isError(length)) {
        throw new IOException("a damaged page: " + Zstd.getErrorName(length));
      }
      return length == size ? plain : new byte[0];
    }

    private static byte[] read(InputStream in, int size) throws IOException {
      try (in) {
        return whole(in.readNBytes(size), size);
      }
    }

    private static byte[] whole(byte[] plain, int size) throws IOException {
      whole(plain.length, size);
      return plain;
    }

    private static void whole(int length, int size) throws IOException {
      if (length != size) {
        throw new IOException("a damaged page: it does not hold the bytes that its header states");
      }
    }
  }
}
