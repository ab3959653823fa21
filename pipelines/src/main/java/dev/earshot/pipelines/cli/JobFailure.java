package dev.earshot.pipelines.cli;

import java.io.IOException;
import java.util.Locale;
import org.apache.flink.util.SerializedThrowable;

/** Why a job failed, in words: engines wrap the failure of a worker many times. */
final class JobFailure {
  /** What S3 fails with is no {@link IOException}, and only some builds know its type. */
  private static final String S3 = "software.amazon.awssdk.";

  private JobFailure() {}

  /** Of a run in this process: what files do is for the user to mend, all else is a defect. */
  static RuntimeException here(RuntimeException failure) {
    Throwable root = root(failure);
    if (root instanceof IOException e) {
      return new UserException(ExitCode.IO, Messages.of(e) + "; nothing was published");
    }
    return root.getClass().getName().startsWith(S3)
        ? new UserException(ExitCode.IO, "S3: " + root.getMessage() + "; nothing was published")
        : failure;
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }

  static UserException of(FlinkCluster cluster, Throwable failure) {
    Throwable cause = root(failure);
    String text = String.valueOf(cause.getMessage());
    String type =
        cause instanceof SerializedThrowable serialized
            ? serialized.getOriginalErrorClassName()
            : cause.getClass().getName();
    boolean isLost = type.startsWith("java.net.") || type.contains("netty");
    boolean isFile =
        isLost
            || cause instanceof IOException
            || type.startsWith("java.io.")
            || type.startsWith(S3);
    return new UserException(
        isLost ? ExitCode.TRY_AGAIN : isFile ? ExitCode.IO : ExitCode.SOFTWARE,
        String.format(
            Locale.ROOT,
            "%s: %s; nothing was published",
            isLost
                ? "the job manager at " + cluster.address() + " was lost"
                : "the job failed on the cluster",
            text.startsWith(type) ? text : type + ": " + text));
  }
}
