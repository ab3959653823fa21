package dev.earshot.pipelines.sources.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Channel that gives a file as UTF-8, whatever it is written in. A UTF-16 byte order mark is
 * certain; without it the stated encoding counts. Bytes that the encoding does not know become
 * U+FFFD. Offsets in what is read are those of the UTF-8.
 */
public final class Utf8Channel implements ReadableByteChannel {
  private static final int BUFFER_BYTES = 16 << 10;

  private final ReadableByteChannel channel;
  private final Charset stated;
  private final ByteBuffer in = ByteBuffer.allocate(BUFFER_BYTES);
  private final CharBuffer characters = CharBuffer.allocate(BUFFER_BYTES);
  private ByteBuffer out = ByteBuffer.allocate(0);
  private char highSurrogate;
  private boolean isAtEnd;
  private @Nullable CharsetDecoder decoder;

  private Utf8Channel(ReadableByteChannel channel, Charset stated) {
    this.channel = channel;
    this.stated = stated;
  }

  /** UTF-16 where the bytes begin with its mark, else the stated encoding. */
  public static Charset charset(byte[] bytes, int length, Charset stated) {
    if (length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16;
    }
    if (length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16;
    }
    return Utf8.byteOrderMarkLength(bytes, length) > 0 ? StandardCharsets.UTF_8 : stated;
  }

  /** Opens a file that stands at its beginning; closing this closes the channel. */
  public static ReadableByteChannel of(ReadableByteChannel channel, Charset stated) {
    return new Utf8Channel(channel, stated);
  }

  /** Three bytes tell every byte order mark. */
  private CharsetDecoder begin() throws IOException {
    in.clear();
    while (in.position() < 3 && channel.read(in) >= 0) {
      in.mark();
    }
    Charset charset = charset(in.array(), in.position(), stated);
    in.flip();
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    CharsetDecoder decoding = decoder == null ? begin() : decoder;
    decoder = decoding;
    if (decoding.charset().equals(StandardCharsets.UTF_8)) {
      return in.hasRemaining() ? move(in, target) : channel.read(target);
    }
    while (!out.hasRemaining()) {
      if (isAtEnd) {
        return -1;
      }
      decode(decoding);
    }
    return move(out, target);
  }

  private static int move(ByteBuffer from, ByteBuffer target) {
    int count = Math.min(from.remaining(), target.remaining());
    ByteBuffer part = from.slice(from.position(), count);
    target.put(part);
    from.position(from.position() + count);
    return count;
  }

  private void decode(CharsetDecoder decoding) throws IOException {
    in.compact();
    isAtEnd = channel.read(in) < 0;
    in.flip();
    characters.clear();
    if (highSurrogate != 0) {
      characters.put(highSurrogate);
      highSurrogate = 0;
    }
    decoding.decode(in, characters, isAtEnd);
    if (isAtEnd) {
      decoding.flush(characters);
    }
    characters.flip();
    int last = characters.limit() - 1;
    if (!isAtEnd && last >= 0 && Character.isHighSurrogate(characters.get(last))) {
      highSurrogate = characters.get(last);
      characters.limit(last);
    }
    out = StandardCharsets.UTF_8.encode(characters);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
