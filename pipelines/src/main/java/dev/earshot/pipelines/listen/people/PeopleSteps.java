package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.listen.posts.ResolveTags;
import dev.earshot.pipelines.listen.read.Heard;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.run.RunSettings;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** From direct messages, and what posts say, to what each person and a brand said. */
public final class PeopleSteps {
  private PeopleSteps() {}

  /** Adds the step that reads messages. */
  public static void addMessages(
      PCollection<SourceRange> ranges, RunSettings settings, Heard heard) {
    PCollectionTuple messages =
        ranges.apply(
            "ReadMessages",
            ParDo.of(new ReadMessages(settings))
                .withOutputTags(
                    ReadTags.PEOPLE, TupleTagList.of(ReadTags.SENT).and(ReadTags.BOOKS)));
    heard.add(ReadTags.PEOPLE, messages);
    heard.add(ReadTags.BOOKS, messages);
    heard.add(ReadTags.PEOPLE, messages.get(ReadTags.SENT).apply(new MarkRepeatedTexts()));
  }

  /**
   * Adds the step where everything about a person and a brand meets.
   *
   * @param tellsWhoSpoke whether the run knows customers by their accounts
   */
  public static void addPeople(RunSettings settings, boolean tellsWhoSpoke, Heard heard) {
    PCollectionTuple people =
        heard
            .get(ReadTags.PEOPLE)
            .apply("GroupByPerson", GroupByKey.create())
            .apply(
                "GroupPeople",
                ParDo.of(new GroupPeople(settings, tellsWhoSpoke))
                    .withOutputTags(
                        PeopleTags.WINDOWS,
                        TupleTagList.of(PeopleTags.CONVERSATIONS)
                            .and(PeopleTags.INBOX)
                            .and(PeopleTags.PHRASES)
                            .and(PeopleTags.SPOKEN)
                            .and(ResolveTags.RELATIONS)
                            .and(ReadTags.BOOKS)));
    heard.add(PeopleTags.CONVERSATIONS, people);
    heard.add(PeopleTags.INBOX, people);
    heard.add(ReadTags.BOOKS, people);
    if (tellsWhoSpoke) {
      heard.add(PeopleTags.SPOKEN, people);
    }
    if (heard.has(ResolveTags.MENTIONS)) {
      heard.add(PeopleTags.WINDOWS, people);
      heard.add(PeopleTags.PHRASES, people);
      heard.add(ResolveTags.RELATIONS, people);
    }
  }
}
