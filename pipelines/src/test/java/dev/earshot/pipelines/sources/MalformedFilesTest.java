package dev.earshot.pipelines.sources;

import static dev.earshot.models.domain.RejectionReason.AMBIGUOUS_DATE;
import static dev.earshot.models.domain.RejectionReason.EXPANSION_LIMIT;
import static dev.earshot.models.domain.RejectionReason.FILE_CORRUPT;
import static dev.earshot.models.domain.RejectionReason.FILE_TRUNCATED;
import static dev.earshot.models.domain.RejectionReason.FILE_UNREADABLE;
import static dev.earshot.models.domain.RejectionReason.INVALID_CSV;
import static dev.earshot.models.domain.RejectionReason.INVALID_ENCODING;
import static dev.earshot.models.domain.RejectionReason.INVALID_FIELD;
import static dev.earshot.models.domain.RejectionReason.INVALID_JSON;
import static dev.earshot.models.domain.RejectionReason.INVALID_LOG_LINE;
import static dev.earshot.models.domain.RejectionReason.INVALID_TIMESTAMP;
import static dev.earshot.models.domain.RejectionReason.LINE_TOO_LONG;
import static dev.earshot.models.domain.RejectionReason.MISSING_FIELD;
import static dev.earshot.models.domain.RejectionReason.OUT_OF_RANGE;
import static dev.earshot.models.domain.RejectionReason.RESERVED_WORD;
import static dev.earshot.models.domain.RejectionReason.RUINED_ID;
import static dev.earshot.models.domain.RejectionReason.TIME_IN_THE_FUTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.canonical.PostsJson;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.tabular.MappedCsv;
import dev.earshot.pipelines.sources.weblogs.AccessLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file for each reason; hashes are those of {@code sha256sum} over the line. The gzip files
 * hold three good posts (time stamp 0, no name) and lack the trailer, or have the first bit of its
 * checksum inverted. The Zstandard file is {@code zstd -19 --no-check} of a good post and a line of
 * 40 MiB of the letter a.
 */
class MalformedFilesTest {
  private static final Path FOLDER = Path.of("../testdata/malformed");
  private static final Path AIRLINE = Path.of("../testdata/mappings/airline.yaml");

  /** The latest time that records of these files may have. */
  private static final long IN_2027 =
      ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"));

  private record Case(String file, List<String> acceptedIds, List<Rejection> rejections) {
    @Override
    public String toString() {
      return file;
    }
  }

  private static Case of(String file, String ids, Rejection... rejections) {
    return new Case(
        file, ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1)), List.of(rejections));
  }

  private static Rejection at(
      RejectionReason reason,
      @Nullable String field,
      long offset,
      long line,
      @Nullable String sha) {
    return new Rejection(reason, field, offset, line, sha);
  }

  static Stream<Case> cases() {
    return Stream.of(
        of(
            "invalid_json.jsonl",
            "1 3",
            at(
                INVALID_JSON,
                null,
                113,
                1,
                "95f88fdbb9baa6b0f9569a34b6f022e295d437264b2512684c90e6ef9e80a3de")),
        of(
            "invalid_encoding.jsonl",
            "1",
            at(
                INVALID_ENCODING,
                null,
                113,
                1,
                "07417234bf1913aed8de3a6adb554a593f3ffaa962c9885cfc9bed62c4bfdc77")),
        of(
            "missing_field.jsonl",
            "1",
            at(
                MISSING_FIELD,
                "author_id",
                114,
                2,
                "b338e489052222412ac83cdf5bd232a0d9282dc9e671c61662959585fa60e280")),
        of(
            "invalid_field.jsonl",
            "1",
            at(
                INVALID_FIELD,
                "engagement.like_count",
                113,
                1,
                "b8bc9be3dc88935febba0ae2e2dac90d987e771f0ddae6d9a03a8247eb8b875f")),
        of(
            "out_of_range.jsonl",
            "1",
            at(
                OUT_OF_RANGE,
                "engagement.like_count",
                113,
                1,
                "6ed081421d9c1ede48e4f12690f013c440df20a464d27b6e4a536628fe706738"),
            at(
                OUT_OF_RANGE,
                "engagement.share_count",
                297,
                2,
                "06c7f6f5951fa1442d272819a125ba574121724ab58901c924c0dd0fcfd9a8e2")),
        of(
            "reserved_word.jsonl",
            "1",
            at(
                RESERVED_WORD,
                "network",
                113,
                1,
                "e9fa72bd096a33c7b323afd08644509b6e35c59d453ff0d6c5a1d48248bb9d64"),
            at(
                RESERVED_WORD,
                "language",
                207,
                2,
                "795dd3f2120a70e64834cf204bd52625e1e03ee24beb9618eadf69f1f2c34035")),
        of(
            "ruined_id.jsonl",
            "1",
            at(
                RUINED_ID,
                "post_id",
                113,
                1,
                "2dc49e2c87094cd819064d4e6c822d557f03899279358a3edf24598fe2ef5f9e")),
        of(
            "invalid_timestamp.jsonl",
            "1",
            at(
                INVALID_TIMESTAMP,
                "posted_at",
                113,
                1,
                "6b3afba2b7fd8d534e959a7f70ee73203ee3e29689602516dd21456cddcfc0b5")),
        of(
            "time_in_the_future.jsonl",
            "1",
            at(
                TIME_IN_THE_FUTURE,
                "posted_at",
                113,
                1,
                "4796d455ce149c0809c272e920eecd80ec2bb37f8931e982ebaee3d7fbc29730"),
            at(
                TIME_IN_THE_FUTURE,
                "engagement.observed_at",
                212,
                2,
                "632bb2473fcd90cd642078e793342a0e888072b7a6532ff7cbe54aa7b2955906")),
        of(
            "line_too_long.jsonl",
            "1 3",
            at(
                LINE_TOO_LONG,
                null,
                113,
                1,
                "03af28ae2d2affdba773cbf6050c85d86e60430014016de9ebf27d100cf899cc")),
        of(
            "invalid_csv.csv",
            "1 3",
            at(
                INVALID_CSV,
                null,
                101,
                2,
                "a7e9a7921facdc1001f068ebe28437464e527f46eefbf52ad876161329baa9c6"),
            at(
                INVALID_CSV,
                null,
                192,
                4,
                "3d5d6f6bc7e8630effb9269ca7986b8962ac7df6b24abfdfeab09e46da2fe1c7")),
        of(
            "ambiguous_date.csv",
            "3",
            at(
                AMBIGUOUS_DATE,
                "posted_at",
                47,
                1,
                "97896442ea5548938c66ba26cab6ae571d7afe8b0cae32c3562be04d845e4577"),
            at(
                AMBIGUOUS_DATE,
                "posted_at",
                76,
                2,
                "3275ffca62b6e153c50035907425141f5ec4e19d329be8d83ce79b47a17693d5")),
        of(
            "invalid_log_line.log",
            "/1 /3",
            at(
                INVALID_LOG_LINE,
                null,
                67,
                1,
                "4ba716a046d5f7c595dfc5c9daefecbb475fde52a322af47413054e28de5ce05")),
        of("file_unreadable.csv", "", at(FILE_UNREADABLE, "engagement.share_count", 0, 0, null)),
        of("file_truncated.jsonl.gz", "1 2 3", at(FILE_TRUNCATED, null, 339, 3, null)),
        of("file_corrupt.jsonl.gz", "1 2 3", at(FILE_CORRUPT, null, 339, 3, null)),
        of("expansion_limit.jsonl.zst", "1", at(EXPANSION_LIMIT, null, 113, 1, null)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheGoodRecordsAndTheExactRejections(Case expected) throws IOException {
    int maxRecord = expected.file.startsWith("line_too_long") ? 300 : 1 << 20;
    ReadLimits limits = new ReadLimits(maxRecord, 2_000, 1L << 40, IN_2027);
    Collected<?> read =
        Collected.file(source(expected.file, limits), FOLDER.resolve(expected.file), limits);
    assertEquals(expected.acceptedIds, read.records.stream().map(MalformedFilesTest::id).toList());
    assertEquals(expected.rejections, read.rejections);
  }

  private static String id(Object record) {
    return record instanceof Post post ? post.postId() : ((SiteHit) record).target();
  }

  private static Source<?> source(String file, ReadLimits limits) throws IOException {
    if (file.endsWith(".log")) {
      return new AccessLogs(limits, null);
    }
    if (file.startsWith("ambiguous_date")) {
      String yaml = Files.readString(AIRLINE) + "zone: Pacific/Auckland\n";
      return MappedCsv.posts(Mapping.parse(yaml, "airline.yaml"), limits);
    }
    return file.endsWith(".csv")
        ? MappedCsv.posts(Mapping.parse(Files.readString(AIRLINE), "airline.yaml"), limits)
        : new PostsJson(limits);
  }

  @Test
  void everyReasonHasItsFile() throws IOException {
    Set<RejectionReason> covered =
        cases()
            .flatMap(one -> one.rejections.stream())
            .map(Rejection::reason)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RejectionReason.class)));
    assertEquals(EnumSet.allOf(RejectionReason.class), covered);
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          cases().map(Case::file).collect(Collectors.toSet()),
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
  }
}
