package dev.earshot.pipelines.sources;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.Compression;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps what a source gives. */
public final class Collected<T> implements RecordSink<T> {
  public final List<T> records = new ArrayList<>();
  public final List<Long> offsets = new ArrayList<>();
  public final List<Rejection> rejections = new ArrayList<>();
  public final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
  public final List<AccountProfile> profiles = new ArrayList<>();
  public long lineFeeds;

  @Override
  public void accept(T record, long byteOffset) {
    records.add(record);
    offsets.add(byteOffset);
  }

  @Override
  public void reject(Rejection rejection) {
    rejections.add(rejection);
  }

  @Override
  public void skip(SkipReason reason) {
    skipped.merge(reason, 1, Integer::sum);
  }

  @Override
  public void profile(AccountProfile profile) {
    profiles.add(profile);
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static <T> Collected<T> whole(Source<T> source, ReadableByteChannel channel)
      throws IOException {
    Collected<T> collected = new Collected<>();
    collected.lineFeeds = source.read(channel, ByteRange.WHOLE, collected);
    return collected;
  }

  public static <T> Collected<T> whole(Source<T> source, byte[] content) throws IOException {
    return whole(source, new ByteArrayChannel(content, content.length));
  }

  public static <T> Collected<T> whole(Source<T> source, String content) throws IOException {
    return whole(source, bytes(content));
  }

  public static <T> Collected<T> range(Source<T> source, byte[] content, ByteRange range)
      throws IOException {
    byte[] rest = Arrays.copyOfRange(content, (int) range.channelPosition(), content.length);
    ByteArrayChannel channel = new ByteArrayChannel(rest, rest.length);
    Collected<T> collected = new Collected<>();
    collected.lineFeeds = source.read(channel, range, collected);
    return collected;
  }

  /** Reads a file as the engine does: compression by content. */
  public static <T> Collected<T> file(Source<T> source, Path file, ReadLimits limits)
      throws IOException {
    Compression compression;
    try (FileChannel channel = FileChannel.open(file)) {
      compression = FileHead.read(channel, limits).compression();
    }
    Source<T> ready = source;
    if (source.needsSurvey()) {
      try (ReadableByteChannel channel = compression.open(FileChannel.open(file), limits)) {
        ready = source.surveyed(channel);
      }
    }
    try (ReadableByteChannel channel = compression.open(FileChannel.open(file), limits)) {
      return whole(ready, channel);
    }
  }
}
