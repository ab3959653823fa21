package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.IdentityLink;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.IdentitiesJson;
import dev.earshot.pipelines.sources.MappedCsv;
import dev.earshot.pipelines.sources.Mapping;
import dev.earshot.pipelines.sources.OrdersJson;
import dev.earshot.pipelines.sources.Platforms;
import dev.earshot.pipelines.sources.ReadLimits;
import dev.earshot.pipelines.sources.Source;

/** The source that reads a file. */
final class Sources {
  private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

  private Sources() {}

  static Source<Post> posts(SourceFile file, ListenSettings settings) {
    return file.format().needsMapping()
        ? MappedCsv.posts(mapping(file.format(), settings), LIMITS)
        : Platforms.posts(file.format(), file.owner(), LIMITS);
  }

  static Source<Message> messages(SourceFile file, ListenSettings settings) {
    return file.format().needsMapping()
        ? MappedCsv.messages(mapping(file.format(), settings), LIMITS)
        : Platforms.messages(file.format(), file.owner(), LIMITS);
  }

  static Source<OrderLine> orders(SourceFile file, ListenSettings settings) {
    return file.format().needsMapping()
        ? MappedCsv.orders(mapping(file.format(), settings), LIMITS, file.brandId())
        : new OrdersJson(LIMITS, file.brandId());
  }

  static Source<IdentityLink> identities(SourceFile file, ListenSettings settings) {
    return file.format().needsMapping()
        ? MappedCsv.identities(mapping(file.format(), settings), LIMITS, file.brandId())
        : new IdentitiesJson(LIMITS, file.brandId());
  }

  private static Mapping mapping(Format format, ListenSettings settings) {
    return settings.mappings().stream()
        .map(ListenSettings.MappingText::parse)
        .filter(mapping -> mapping.format() == format)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("checked before the run: " + format));
  }
}
