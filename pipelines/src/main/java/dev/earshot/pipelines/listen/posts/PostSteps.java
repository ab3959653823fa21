package dev.earshot.pipelines.listen.posts;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.listen.duplicates.FindDuplicates;
import dev.earshot.pipelines.listen.duplicates.NameClusters;
import dev.earshot.pipelines.listen.read.Heard;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.run.RunSettings;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** From files of posts to what each post means: duplicates are found, then versions meet. */
public final class PostSteps {
  private PostSteps() {}

  /**
   * Adds the steps, and what they give.
   *
   * @param areIdsLocal whether answers may name a post by the id that it has on one server
   * @param areAuthorsTold whether posts may tell what their authors looked like
   */
  public static void add(
      PCollection<SourceRange> ranges,
      boolean areIdsLocal,
      boolean areAuthorsTold,
      RunSettings settings,
      Heard heard) {
    PCollectionTuple read =
        ranges.apply(
            "ReadPosts",
            ParDo.of(new ReadPosts(settings))
                .withOutputTags(
                    ReadTags.FACTS,
                    TupleTagList.of(ReadTags.LOCAL_POSTS)
                        .and(ReadTags.ENTRIES)
                        .and(ReadTags.EDGES)
                        .and(ReadTags.PROFILES)
                        .and(ReadTags.BOOKS)));
    heard.add(ReadTags.BOOKS, read);
    if (areAuthorsTold) {
      heard.add(ReadTags.PROFILES, read);
    }
    heard.add(
        facts(read, areIdsLocal, settings)
            .and(clusters(read, settings))
            .apply("PostFacts", Flatten.pCollections())
            .apply("GroupByPost", GroupByKey.create())
            .apply(
                "ResolvePosts",
                ParDo.of(new ResolvePosts(settings))
                    .withOutputTags(
                        ReadTags.PEOPLE,
                        TupleTagList.of(ResolveTags.MENTIONS)
                            .and(ResolveTags.SNAPSHOTS)
                            .and(ResolveTags.RESPONSES)
                            .and(ResolveTags.OWN_POSTS)
                            .and(ResolveTags.LINKS)
                            .and(ResolveTags.INTERACTIONS)
                            .and(ResolveTags.RELATIONS)
                            .and(ReadTags.BOOKS))));
  }

  private static PCollectionList<KV<Integer, Encoded<AboutPost>>> facts(
      PCollectionTuple read, boolean areIdsLocal, RunSettings settings) {
    PCollectionList<KV<Integer, Encoded<AboutPost>>> facts =
        PCollectionList.of(read.get(ReadTags.FACTS));
    return areIdsLocal
        ? facts.and(
            read.get(ReadTags.LOCAL_POSTS)
                .apply("GroupByLocalPost", GroupByKey.create())
                .apply("ResolveLocalAnswers", ParDo.of(new ResolveLocalAnswers(settings))))
        : facts;
  }

  private static PCollection<KV<Integer, Encoded<AboutPost>>> clusters(
      PCollectionTuple posts, RunSettings settings) {
    PCollection<KV<Integer, byte[]>> found =
        posts
            .get(ReadTags.ENTRIES)
            .apply("GroupByPartition", GroupByKey.create())
            .apply("FindDuplicates", ParDo.of(new FindDuplicates()));
    return PCollectionList.of(posts.get(ReadTags.EDGES))
        .and(found)
        .apply("Edges", Flatten.pCollections())
        .apply("GatherEdges", GroupByKey.create())
        .apply("NameClusters", ParDo.of(new NameClusters(settings.inputBytes())));
  }
}
