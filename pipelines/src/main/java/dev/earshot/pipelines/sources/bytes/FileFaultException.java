package dev.earshot.pipelines.sources.bytes;

import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;

/** Fault in the content of a compressed file; sources turn it into one rejection. */
public final class FileFaultException extends IOException {
  private final RejectionReason reason;

  FileFaultException(RejectionReason reason) {
    super("expected " + reason.expected());
    this.reason = reason;
  }

  /** What is wrong with the file. */
  public RejectionReason reason() {
    return reason;
  }
}
