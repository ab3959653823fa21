package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;
import java.util.List;

/**
 * Spreads records over the files of one kind and mixes broken ones in, until a number of records
 * has been written.
 */
final class RecordSpreader {
  private static final int FIRST_OVERLONG = 20;
  private static final int OVERLONG_EVERY = 5_000;

  private final SeededRandom random;
  private final List<GeneratedFile> files;
  private final double[] cumulativeShares;
  private final BrokenRecord[] broken;
  private final double brokenChance;
  private final LineBuffer line = new LineBuffer();
  private long brokenCount;
  private long remaining;

  /**
   * A sink.
   *
   * @param files the last of them, which is compressed, takes the over-long lines of posts
   * @param cumulativeShares of the records by file
   * @param broken the kinds of broken records, in turn
   * @param badRate share of broken records
   * @param size records to write in all
   */
  RecordSpreader(
      SeededRandom random,
      List<GeneratedFile> files,
      double[] cumulativeShares,
      BrokenRecord[] broken,
      double badRate,
      long size) {
    this.random = random;
    this.files = files;
    this.cumulativeShares = cumulativeShares;
    this.broken = broken;
    brokenChance = badRate / (1 - badRate);
    remaining = size;
  }

  long remaining() {
    return remaining;
  }

  /** Writes the versions of one post that is about a brand or by one; one of them is accepted. */
  void writeInScope(List<Post> versions) throws IOException {
    GeneratedFile winner = null;
    long newest = 0;
    for (Post version : versions) {
      GeneratedFile file = write(version);
      var engagement = version.engagement();
      long observed = engagement == null ? Long.MIN_VALUE : engagement.observedAtMicros();
      boolean wins =
          winner == null
              || observed > newest
              || (observed == newest && file.name.compareTo(winner.name) < 0);
      if (wins) {
        winner = file;
        newest = observed;
      }
      file.duplicates++;
    }
    if (winner != null) {
      winner.duplicates--;
      winner.accepted++;
    }
  }

  /** Writes the versions of one post that is about no brand. */
  void writeOutOfScope(List<Post> versions) throws IOException {
    for (Post version : versions) {
      write(version).outOfScope++;
    }
  }

  /** Writes a message, and the same again where {@code copies} is more than one. */
  void write(Message message, int copies) throws IOException {
    GeneratedFile winner = null;
    for (int copy = 0; copy < copies; copy++) {
      RecordWriter.write(message, line);
      GeneratedFile file = writeLine();
      file.duplicates++;
      winner = winner == null || file.name.compareTo(winner.name) < 0 ? file : winner;
    }
    if (winner != null) {
      winner.duplicates--;
      winner.accepted++;
    }
  }

  private GeneratedFile write(Post post) throws IOException {
    RecordWriter.write(post, line);
    return writeLine();
  }

  private GeneratedFile writeLine() throws IOException {
    if (remaining > 2 && random.chance(brokenChance)) {
      writeBroken();
    }
    GeneratedFile file = pickFile();
    file.write(line.bytes(), line.length());
    remaining--;
    return file;
  }

  private void writeBroken() throws IOException {
    brokenCount++;
    remaining--;
    if (broken == BrokenRecord.POSTS && brokenCount % OVERLONG_EVERY == FIRST_OVERLONG) {
      GeneratedFile file = files.get(files.size() - 1);
      byte[] bytes = BrokenRecord.overlong(brokenCount);
      file.write(bytes, bytes.length);
      file.reject(RejectionReason.LINE_TOO_LONG);
      return;
    }
    BrokenRecord record = broken[(int) (brokenCount % broken.length)];
    byte[] bytes = record.bytes(brokenCount);
    GeneratedFile file = pickFile();
    file.write(bytes, bytes.length);
    file.reject(record.reason());
  }

  private GeneratedFile pickFile() {
    double at = random.nextDouble();
    int index = 0;
    while (at >= cumulativeShares[index]) {
      index++;
    }
    return files.get(index);
  }
}
