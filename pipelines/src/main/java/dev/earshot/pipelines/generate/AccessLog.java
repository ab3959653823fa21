package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes access logs with virtual hosts, some of their lines broken. */
final class AccessLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String[] BROKEN = {
    "%s 198.18.0.1 - - [41/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 9 \"-\" \"-\"",
    "%s 198.18.0.1 - - [02/Mar/2026:10:00:00 +0000] \"GET /sho",
    "log rotated for %s",
  };

  private final SeededRandom random;
  private final List<GeneratedFile> files;
  private final double badRate;

  /** Draws from the same stream as the visits. */
  AccessLog(SeededRandom random, List<GeneratedFile> files, double badRate) {
    this.random = random;
    this.files = files;
    this.badRate = badRate;
  }

  /** The log of one of the site's machines. */
  GeneratedFile file() {
    return files.get(random.below(files.size()));
  }

  /** A page or file that was found. */
  void get(GeneratedFile file, Visitor visitor, long moment, String target, String referrer)
      throws IOException {
    line(file, visitor, moment, "GET", target, 200, referrer);
  }

  void line(
      GeneratedFile file,
      Visitor visitor,
      long moment,
      String method,
      String target,
      int status,
      String referrer)
      throws IOException {
    String host = "www." + visitor.brand().domain();
    if (random.chance(badRate / 4)) {
      writeBroken(file, host);
    }
    write(
        file,
        host,
        visitor.address()
            + " - "
            + visitor.user()
            + " ["
            + TIME.format(Instant.ofEpochSecond(moment))
            + "] \""
            + method
            + ' '
            + target
            + " HTTP/1.1\" "
            + status
            + " 512 \""
            + referrer
            + "\" \""
            + visitor.agent()
            + '"');
    file.accepted++;
  }

  private void writeBroken(GeneratedFile file, String host) throws IOException {
    int kind = random.below(BROKEN.length);
    byte[] bytes = BROKEN[kind].formatted(host).getBytes(StandardCharsets.UTF_8);
    file.write(bytes, bytes.length);
    file.reject(kind == 0 ? RejectionReason.INVALID_TIMESTAMP : RejectionReason.INVALID_LOG_LINE);
  }

  private static void write(GeneratedFile file, String host, String rest) throws IOException {
    byte[] bytes = (host + ' ' + rest).getBytes(StandardCharsets.UTF_8);
    file.write(bytes, bytes.length);
  }

  /** Requests for a site that is of no brand. */
  void writeOfNobody(String agent) throws IOException {
    for (int i = 0; i < 5; i++) {
      GeneratedFile file = file();
      write(
          file,
          "www.nobody.example",
          "198.19.255.255 - - [03/Mar/2026:09:00:00 +0000] \"GET /"
              + " HTTP/1.1\" 200 9 \"-\" \""
              + agent
              + '"');
      file.outOfScope++;
    }
  }
}
