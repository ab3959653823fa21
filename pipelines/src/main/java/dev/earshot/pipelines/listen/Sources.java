package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.ChatAccounts;
import dev.earshot.pipelines.sources.MappedCsv;
import dev.earshot.pipelines.sources.MappedParquet;
import dev.earshot.pipelines.sources.Mapping;
import dev.earshot.pipelines.sources.Platforms;
import dev.earshot.pipelines.sources.ReadLimits;
import dev.earshot.pipelines.sources.Source;
import java.util.Objects;

/** The source that reads a file. */
final class Sources {
  private Sources() {}

  static Source<Post> posts(SourceFile file, ListenSettings settings, Workbench bench) {
    return switch (file.format()) {
      case POSTS_CSV -> MappedCsv.posts(mapping(settings), ReadLimits.DEFAULT);
      case POSTS_PARQUET -> MappedParquet.posts(mapping(settings));
      default ->
          Platforms.posts(
              file.format(), file.owner(), accounts(settings, bench), ReadLimits.DEFAULT);
    };
  }

  static Source<Message> messages(SourceFile file, ListenSettings settings, Workbench bench) {
    return switch (file.format()) {
      case MESSAGES_CSV -> MappedCsv.messages(mapping(settings), ReadLimits.DEFAULT);
      case MESSAGES_PARQUET -> MappedParquet.messages(mapping(settings));
      default ->
          Platforms.messages(
              file.format(), file.owner(), accounts(settings, bench), ReadLimits.DEFAULT);
    };
  }

  private static ChatAccounts accounts(ListenSettings settings, Workbench bench) {
    return new ChatAccounts(
        settings.localTimes(), (network, account) -> bench.ownerOf(network, account, null) != null);
  }

  private static Mapping mapping(ListenSettings settings) {
    return Mapping.parse(
        Objects.requireNonNull(settings.mappingYaml()),
        Objects.requireNonNull(settings.mappingName()));
  }
}
