package dev.earshot.pipelines.cli;

import java.io.IOException;
import java.util.Locale;
import org.apache.flink.util.SerializedThrowable;

/** Why a job failed, in words: engines wrap the failure of a worker many times. */
final class JobFailure {
  /** What S3 fails with is no {@link IOException}, and only some builds know its type. */
  private static final String S3 = "software.amazon.awssdk.";

  private static final String FULL = "No space left on device";

  private JobFailure() {}

  /** Of a run in this process: what files do is for the user to mend, all else is a defect. */
  static RuntimeException here(RuntimeException failure) {
    Throwable root = root(failure);
    if (root instanceof IOException e) {
      String text = Messages.of(e);
      return new UserException(
          ExitCode.IO, (text.equals(FULL) ? text + places() : text) + "; nothing was published");
    }
    return root.getClass().getName().startsWith(S3)
        ? new UserException(ExitCode.IO, "S3: " + root.getMessage() + "; nothing was published")
        : failure;
  }

  /** The system does not say which of the two disks that a run writes to is full. */
  private static String places() {
    return ", either for the output or for temporary files, which go to "
        + System.getProperty("java.io.tmpdir")
        + " (EARSHOT_JAVA_OPTIONS=-Djava.io.tmpdir=DIR names another folder)";
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
