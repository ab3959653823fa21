package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.MappedCsv;
import dev.earshot.pipelines.sources.Mapping;
import dev.earshot.pipelines.sources.Platforms;
import dev.earshot.pipelines.sources.ReadLimits;
import dev.earshot.pipelines.sources.Source;
import java.util.Objects;

/** The source that reads a file. */
final class Sources {
  private Sources() {}

  static Source<Post> posts(SourceFile file, ListenSettings settings) {
    return file.format().needsMapping()
        ? MappedCsv.posts(mapping(settings), ReadLimits.DEFAULT)
        : Platforms.posts(file.format(), file.owner(), ReadLimits.DEFAULT);
  }

  static Source<Message> messages(SourceFile file, ListenSettings settings) {
    return file.format().needsMapping()
        ? MappedCsv.messages(mapping(settings), ReadLimits.DEFAULT)
        : Platforms.messages(file.format(), file.owner(), ReadLimits.DEFAULT);
  }

  private static Mapping mapping(ListenSettings settings) {
    return Mapping.parse(
        Objects.requireNonNull(settings.mappingYaml()),
        Objects.requireNonNull(settings.mappingName()));
  }
}
