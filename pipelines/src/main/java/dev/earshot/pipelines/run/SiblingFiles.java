package dev.earshot.pipelines.run;

import dev.earshot.pipelines.sources.spec.Siblings;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.jspecify.annotations.Nullable;

/** The files beside an input, where Beam's file systems have them. */
public final class SiblingFiles {
  private SiblingFiles() {}

  /** Those beside what is stored there. */
  public static Siblings of(String location) {
    return name -> open(location, name);
  }

  private static @Nullable ReadableByteChannel open(String location, String name)
      throws IOException {
    String path = FileSystems.matchNewResource(location, false).getCurrentDirectory() + name;
    for (Metadata match : FileSystems.match(path, EmptyMatchTreatment.ALLOW).metadata()) {
      return FileSystems.open(match.resourceId());
    }
    return null;
  }
}
