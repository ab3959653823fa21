package dev.earshot.pipelines.listen.profiles;

import dev.earshot.pipelines.listen.read.Heard;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.run.RunSettings;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTagList;

/** What accounts look like. */
public final class ProfileSteps {
  private ProfileSteps() {}

  /** Adds the step that reads files of profiles. */
  public static void read(PCollection<SourceRange> ranges, RunSettings settings, Heard heard) {
    heard.add(
        ranges.apply(
            "ReadProfiles",
            ParDo.of(new ReadProfiles(settings))
                .withOutputTags(ReadTags.PROFILES, TupleTagList.of(ReadTags.BOOKS))));
  }

  /** Adds the steps of all profiles that were read, and what they give. */
  public static void resolve(RunSettings settings, Heard heard) {
    heard.add(
        heard
            .get(ReadTags.PROFILES)
            .apply("GroupByProfile", GroupByKey.create())
            .apply(
                "ResolveProfiles",
                ParDo.of(new ResolveProfiles(settings))
                    .withOutputTags(
                        ProfileTags.PROFILES,
                        TupleTagList.of(ProfileTags.ROWS).and(ReadTags.BOOKS))));
  }
}
