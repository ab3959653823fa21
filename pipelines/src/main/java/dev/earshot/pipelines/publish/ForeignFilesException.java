package dev.earshot.pipelines.publish;

import java.io.IOException;
import java.util.List;

/** Where tables go, there are files that no run has written; a run could only remove them. */
public final class ForeignFilesException extends IOException {
  private ForeignFilesException(String message) {
    super(message);
  }

  /**
   * Names the first file.
   *
   * @param files at least one
   */
  static ForeignFilesException of(List<String> files) {
    return new ForeignFilesException(
        files.get(0)
            + ": was not written by Earshot, as no manifest lists it"
            + (files.size() > 1 ? ", and neither were " + (files.size() - 1) + " more files" : "")
            + "; move it away, or choose another --output; nothing was changed");
  }
}
