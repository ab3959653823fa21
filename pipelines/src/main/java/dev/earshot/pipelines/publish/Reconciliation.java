package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.Sha256;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.bytes.ChannelInputFile;
import dev.earshot.pipelines.tables.PageCodecs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;

/** Reads staged output back and compares it with what was counted, before anything is published. */
public final class Reconciliation {
  private static final String REJECTED = "rejected_records";

  /** Without these, every file would have Hadoop parse its default configuration anew. */
  private static final ParquetReadOptions OPTIONS = PageCodecs.readOptions().build();

  private Reconciliation() {}

  /**
   * Everything that does not add up, in words for the user; empty where all is well.
   *
   * @param staging the staging folder
   */
  public static List<String> problems(String staging, RunSummary summary, List<SourceFile> sources)
      throws IOException {
    List<String> problems = new ArrayList<>();
    long rejectedRows = 0;
    for (WrittenFile file : summary.files()) {
      check(staging + "/" + file.path(), file, problems);
      rejectedRows += file.table().equals(REJECTED) ? file.rows() : 0;
    }
    for (SourceFile source : sources) {
      SourceBalance account = summary.account(source.index());
      if (!account.isBalanced()) {
        problems.add(
            String.format(
                Locale.ROOT,
                "%s: %d records read, but %d accepted + %d rejected + %d duplicates + %d out of"
                    + " scope",
                source.name(),
                account.read(),
                account.accepted(),
                account.rejected(),
                account.duplicates(),
                account.outOfScope()));
      }
    }
    if (rejectedRows != summary.total().rejected()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%d records were rejected, but %s has %d rows",
              summary.total().rejected(),
              REJECTED,
              rejectedRows));
    }
    return problems;
  }

  private static void check(String location, WrittenFile file, List<String> problems)
      throws IOException {
    ResourceId resource = FileSystems.matchNewResource(location, false);
    try (SeekableByteChannel channel = (SeekableByteChannel) FileSystems.open(resource);
        ParquetFileReader reader = ParquetFileReader.open(new ChannelInputFile(channel), OPTIONS)) {
      if (reader.getRecordCount() != file.rows()) {
        problems.add(
            file.path()
                + ": "
                + file.rows()
                + " rows written, "
                + reader.getRecordCount()
                + " read");
      }
    }
    if (!sha256(resource).equals(file.sha256())) {
      problems.add(file.path() + ": the file on disk differs from what was written");
    }
  }

  private static String sha256(ResourceId resource) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in =
        new DigestInputStream(Channels.newInputStream(FileSystems.open(resource)), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256.hex(digest);
  }
}
