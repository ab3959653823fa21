package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.tables.RejectedRecordRow;

/** A row of {@code rejected_records}. */
final class LocatedRejection {
  private LocatedRejection() {}

  static RejectedRecordRow row(
      SourceFile file, Rejection rejection, long linesBefore, String runId) {
    return new RejectedRecordRow(
        file.name(),
        file.format().kind().code(),
        rejection.reason().code(),
        rejection.field(),
        rejection.expected(),
        rejection.recordSha256(),
        linesBefore + rejection.lineInRange() + 1,
        rejection.byteOffset(),
        runId);
  }
}
