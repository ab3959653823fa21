package dev.earshot.pipelines.sources;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.spec.Siblings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the hand-made files of platforms and shows in one line each what was read. */
public final class PlatformFixture {
  private static final Path FOLDER = Path.of("../testdata/platforms");

  private PlatformFixture() {}

  /** Reads a file in the format that its content tells. */
  public static Collected<?> read(String name, Format expected, @Nullable ExportOwner owner)
      throws IOException {
    Path file = FOLDER.resolve(name);
    Format format;
    try (FileChannel channel = FileChannel.open(file)) {
      format = FileHead.read(channel, ReadLimits.DEFAULT).format(null, null, name).orElseThrow();
    }
    if (format != expected) {
      throw new AssertionError(name + " is taken for " + format);
    }
    Source<?> source = Formats.of(format).open(Contexts.of(owner, beside(file)));
    return Collected.file(source, file, ReadLimits.DEFAULT);
  }

  /** Reads a file as what it was given as, where one content is of several formats. */
  public static Collected<?> readAs(RecordKind kind, String name, Format expected)
      throws IOException {
    Path file = FOLDER.resolve(name);
    try (FileChannel channel = FileChannel.open(file)) {
      Format format =
          FileHead.read(channel, ReadLimits.DEFAULT).format(null, kind, name).orElseThrow();
      if (format != expected) {
        throw new AssertionError(name + " is taken for " + format);
      }
    }
    return Collected.file(
        Formats.of(expected).open(Contexts.of(null, beside(file))), file, ReadLimits.DEFAULT);
  }

  private static Siblings beside(Path file) {
    return name -> {
      Path sibling = file.resolveSibling(name);
      return Files.exists(sibling) ? FileChannel.open(sibling) : null;
    };
  }

  public static Collected<?> read(String name, Format expected) throws IOException {
    return read(name, expected, null);
  }

  public static List<String> lines(Collected<?> read) {
    return read.records.stream()
        .map(r -> r instanceof Post post ? line(post) : line((Message) r))
        .toList();
  }

  /** Line from 1, reason and field of each rejection. */
  public static List<String> rejections(Collected<?> read) {
    return read.rejections.stream()
        .map(r -> r.lineInRange() + 1 + " " + r.reason().code() + " " + r.field())
        .toList();
  }

  public static Map<String, Integer> skipped(Collected<?> read) {
    Map<String, Integer> skipped = new TreeMap<>();
    read.skipped.forEach((reason, count) -> skipped.put(reason.code(), count));
    return skipped;
  }

  private static String line(Post post) {
    StringBuilder line = new StringBuilder(post.network());
    add(line, "", post.postId());
    add(line, "by ", post.authorId());
    add(line, "@", post.authorHandle());
    add(line, "", "'" + post.text().replace("\n", "/") + "'");
    add(line, "", post.language());
    add(line, "", time(post.postedAtMicros()));
    add(line, "answers ", post.thread().inReplyToPostId());
    add(line, "of ", post.thread().inReplyToAuthorId());
    add(line, "repeats ", post.thread().repostOfPostId());
    add(line, "quotes ", post.thread().quoteOfPostId());
    add(line, "in ", post.thread().conversationId());
    add(line, "", post.mediaType());
    Engagement counts = post.engagement();
    if (counts != null) {
      boolean isLater = counts.observedAtMicros() != post.postedAtMicros();
      add(line, "seen ", isLater ? time(counts.observedAtMicros()) : null);
      add(line, "likes ", counts.likeCount());
      add(line, "shares ", counts.shareCount());
      add(line, "comments ", counts.commentCount());
      add(line, "shown ", counts.impressionCount());
      add(line, "reach ", counts.reachCount());
      add(line, "followers ", counts.authorFollowerCount());
    }
    return line.toString();
  }

  private static String line(Message message) {
    StringBuilder line = new StringBuilder(message.network());
    add(line, "", message.messageId());
    add(line, "in ", message.conversationId());
    add(line, "", message.senderId() + ">" + message.recipientId());
    add(line, "", "'" + message.text().replace("\n", "/") + "'");
    add(line, "", time(message.sentAtMicros()));
    add(line, "", message.isAutomated() ? "automated" : null);
    return line.toString();
  }

  private static String time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  private static void add(StringBuilder line, String name, @Nullable Object value) {
    if (value != null) {
      line.append(' ').append(name).append(value);
    }
  }
}
