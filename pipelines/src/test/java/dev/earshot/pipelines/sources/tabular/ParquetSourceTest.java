package dev.earshot.pipelines.sources.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.Sql;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SeekableBytes;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files that DuckDB wrote. */
class ParquetSourceTest {
  private static final String MAPPING =
      """
      kind: posts
      zone: Europe/Berlin
      constants: {network: x}
      columns: {post_id: id, author_id: user.id, author_handle: user.name, text: body,
                posted_at: at, engagement.like_count: likes}
      """;

  @TempDir Path folder;

  private Path write(String name, String query, String options) {
    Path file = folder.resolve(name);
    try (Sql sql = Sql.open()) {
      sql.execute("copy (" + query + ") to '" + file + "' (format parquet" + options + ")");
    }
    return file;
  }

  private static Collected<Post> read(Path file, String mapping, ByteRange range)
      throws IOException {
    Collected<Post> collected = new Collected<>();
    try (FileChannel channel = FileChannel.open(file)) {
      collected.lineFeeds =
          MappedParquet.posts(Mapping.parse(mapping, "m.yaml"), ReadLimits.DEFAULT)
              .read(channel, range, collected);
    }
    return collected;
  }

  @Test
  void readsColumnsOfEveryType() throws IOException {
    Path file =
        write(
            "types.parquet",
            """
            select 9007199254740993 as id, {'id': 'u1', 'name': '@kea'} as "user",
              'Itâ€™s 😀' as body, timestamptz '2024-05-01 10:00:00.000001+00' as at,
              3::integer as likes, [1, 2] as tags
            union all
            select 2, {'id': 'u2', 'name': null}, '', timestamptz '2024-05-01 10:00:00+00', null, []
            union all
            select 3, null, 'x', timestamptz '2024-05-01 10:00:00+00', null, null
            """,
            ", codec zstd");
    Collected<Post> read = read(file, MAPPING, ByteRange.WHOLE);
    assertEquals(
        List.of("9007199254740993 u1 kea It’s 😀", "2 u2 null ", "3 unknown:3 null x"),
        read.records.stream()
            .map(
                one ->
                    one.postId()
                        + " "
                        + one.authorId()
                        + " "
                        + one.authorHandle()
                        + " "
                        + one.text())
            .toList());
    assertEquals(1714557600000001L, read.records.get(0).postedAtMicros());
    assertEquals(
        3L,
        read.records.get(0).engagement() == null
            ? null
            : read.records.get(0).engagement().likeCount());
    assertEquals(List.of(), read.rejections);
    assertEquals(3, read.lineFeeds);
  }

  @Test
  void localTimesAreOfTheSourcesZone() throws IOException {
    Path file =
        write(
            "local.parquet",
            """
            select 1 as id, {'id': 'a', 'name': 'b'} as "user", 'x' as body,
              timestamp_ms '2024-05-01 12:00:00' as at, 1 as likes
            """,
            ", codec gzip");
    Collected<Post> read = read(file, MAPPING, ByteRange.WHOLE);
    assertEquals(
        Instant.parse("2024-05-01T10:00:00Z").toEpochMilli() * 1000,
        read.records.get(0).postedAtMicros());
    Collected<Post> unknown =
        read(file, MAPPING.replace("zone: Europe/Berlin\n", ""), ByteRange.WHOLE);
    assertEquals(RejectionReason.INVALID_TIMESTAMP, unknown.rejections.get(0).reason());
  }

  @Test
  void everyRowGroupBelongsToOneRange() throws IOException {
    Path file =
        write(
            "groups.parquet",
            """
            select i as id, {'id': 'u' || i, 'name': 'n'} as "user", repeat('text ', i % 50) as body,
              timestamptz '2024-05-01 10:00:00+00' as at, i as likes from range(20000) t(i)
            """,
            ", row_group_size 2048");
    List<String> whole = ids(read(file, MAPPING, ByteRange.WHOLE));
    assertEquals(20_000, whole.size());
    List<String> parts = new ArrayList<>();
    long step = Files.size(file) / 7;
    for (long start = 0; start < Files.size(file); start += step) {
      long end = start + step >= Files.size(file) ? Long.MAX_VALUE : start + step;
      parts.addAll(ids(read(file, MAPPING, new ByteRange(start, end))));
    }
    assertEquals(whole, parts);
  }

  private static List<String> ids(Collected<Post> read) {
    assertEquals(List.of(), read.rejections);
    return read.records.stream().map(Post::postId).toList();
  }

  @Test
  void aMissingColumnOrDamageIsOneRejection() throws IOException {
    Path file = write("a.parquet", "select 1 as id, 'x' as body", "");
    Collected<Post> missing = read(file, MAPPING, ByteRange.WHOLE);
    assertEquals(1, missing.rejections.size());
    assertEquals("author_id", missing.rejections.get(0).field());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[8]), Files.size(file) - 12);
    }
    Collected<Post> damaged = read(file, MAPPING, ByteRange.WHOLE);
    assertEquals(RejectionReason.FILE_CORRUPT, damaged.rejections.get(0).reason());
    assertTrue(damaged.records.isEmpty());
  }

  @Test
  void theFirstDateThatTellsDecidesForAllRows() throws IOException {
    Path file =
        write(
            "dates.parquet",
            """
            select i as id, {'id': 'a', 'name': 'b'} as "user", 'x' as body, 1 as likes,
              case i when 3000 then '13/2/2024 10:00' else '1/2/2024 10:00' end as at
            from range(4096) t(i)
            """,
            ", row_group_size 2048");
    MappedParquet<Post> source =
        MappedParquet.posts(Mapping.parse(MAPPING, "m.yaml"), ReadLimits.DEFAULT);
    assertTrue(source.needsSurvey());
    Collected<Post> unsure = new Collected<>();
    Collected<Post> sure = new Collected<>();
    try (FileChannel channel = FileChannel.open(file)) {
      source.read(channel, ByteRange.WHOLE, unsure);
      source.surveyed(channel).read(channel, ByteRange.WHOLE, sure);
    }
    assertEquals(4095, unsure.rejections.size());
    assertEquals(RejectionReason.AMBIGUOUS_DATE, unsure.rejections.get(0).reason());
    assertEquals(List.of(), sure.rejections);
    assertEquals(
        Instant.parse("2024-02-01T09:00:00Z").toEpochMilli() * 1000,
        sure.records.get(0).postedAtMicros());
  }

  @Test
  void aFaultOfWhoeverTakesTheRecordsIsNoFaultOfTheFile() {
    Path file =
        write(
            "one.parquet",
            """
            select 1 as id, {'id': 'a', 'name': 'b'} as "user", 'x' as body, 1 as likes,
              timestamptz '2024-05-01 10:00:00+00' as at
            """,
            "");
    RecordSink<Post> failing =
        new RecordSink<>() {
          @Override
          public void accept(Post post, long byteOffset) {
            throw new IllegalStateException("downstream");
          }

          @Override
          public void reject(Rejection rejection) {
            throw new AssertionError("rejected as " + rejection);
          }
        };
    MappedParquet<Post> source =
        MappedParquet.posts(Mapping.parse(MAPPING, "m.yaml"), ReadLimits.DEFAULT);
    assertThrows(
        IllegalStateException.class,
        () -> {
          try (FileChannel channel = FileChannel.open(file)) {
            source.read(channel, ByteRange.WHOLE, failing);
          }
        });
  }

  @Test
  void aChannelThatFailsEndsTheRun() throws IOException {
    Path file = write("good.parquet", "select 1 as id, 'x' as body", "");
    SeekableByteChannel failing =
        new SeekableBytes(Files.readAllBytes(file)) {
          @Override
          public int read(ByteBuffer target) throws IOException {
            throw new IOException("connection reset");
          }
        };
    MappedParquet<Post> source =
        MappedParquet.posts(Mapping.parse(MAPPING, "m.yaml"), ReadLimits.DEFAULT);
    IOException failure =
        assertThrows(
            IOException.class, () -> source.read(failing, ByteRange.WHOLE, new Collected<>()));
    assertEquals("connection reset", failure.getMessage());
  }
}
