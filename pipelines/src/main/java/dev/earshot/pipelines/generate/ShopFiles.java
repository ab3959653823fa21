package dev.earshot.pipelines.generate;

import java.io.IOException;
import java.util.List;

/** The files of one kind of shop records, with broken ones mixed in. */
final class ShopFiles {
  private final SeededRandom random;
  private final List<GeneratedFile> files;
  private final BrokenRecord[] broken;
  private final double badRate;
  private long brokenCount;

  ShopFiles(SeededRandom random, List<GeneratedFile> files, BrokenRecord[] broken, double badRate) {
    this.random = random;
    this.files = files;
    this.broken = broken;
    this.badRate = badRate;
  }

  /** One of the files. */
  GeneratedFile pick() {
    return files.get(random.below(files.size()));
  }

  /**
   * Writes a record, with a broken one before it now and then; its caller says what became of it.
   */
  void write(LineBuffer line, GeneratedFile file) throws IOException {
    if (random.chance(badRate)) {
      BrokenRecord record = broken[(int) (brokenCount++ % broken.length)];
      byte[] bytes = record.bytes(brokenCount);
      file.write(bytes, bytes.length);
      file.reject(record.reason());
    }
    file.write(line.bytes(), line.length());
  }
}
