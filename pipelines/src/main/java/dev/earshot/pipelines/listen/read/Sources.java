package dev.earshot.pipelines.listen.read;

import dev.earshot.models.domain.IdentityLink;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.canonical.IdentitiesJson;
import dev.earshot.pipelines.sources.canonical.OrdersJson;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.recognise.Platforms;
import dev.earshot.pipelines.sources.tabular.MappedCsv;
import dev.earshot.pipelines.sources.tabular.MappedParquet;
import dev.earshot.pipelines.sources.tabular.Mapping;
import dev.earshot.pipelines.sources.weblogs.AccessLogs;
import dev.earshot.pipelines.sources.weblogs.ElbLogs;
import dev.earshot.pipelines.sources.weblogs.HitsJson;
import dev.earshot.pipelines.sources.weblogs.W3cLogs;

/** The source that reads a file. */
public final class Sources {
  private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

  private Sources() {}

  public static Source<Post> posts(SourceFile file, RunSettings settings, RunTools bench) {
    return switch (file.format()) {
      case POSTS_CSV -> MappedCsv.posts(mapping(file, settings), LIMITS);
      case POSTS_PARQUET -> MappedParquet.posts(mapping(file, settings));
      default -> Platforms.posts(file.format(), file.owner(), accounts(settings, bench), LIMITS);
    };
  }

  public static Source<Message> messages(SourceFile file, RunSettings settings, RunTools bench) {
    return switch (file.format()) {
      case MESSAGES_CSV -> MappedCsv.messages(mapping(file, settings), LIMITS);
      case MESSAGES_PARQUET -> MappedParquet.messages(mapping(file, settings));
      default -> Platforms.messages(file.format(), file.owner(), accounts(settings, bench), LIMITS);
    };
  }

  private static ChatAccounts accounts(RunSettings settings, RunTools bench) {
    return new ChatAccounts(
        settings.localTimes(), (network, account) -> bench.ownerOf(network, account, null) != null);
  }

  public static Source<OrderLine> orders(SourceFile file, RunSettings settings) {
    return file.format().needsMapping()
        ? MappedCsv.orders(mapping(file, settings), LIMITS, file.brandId())
        : new OrdersJson(LIMITS, file.brandId());
  }

  public static Source<IdentityLink> identities(SourceFile file, RunSettings settings) {
    return file.format().needsMapping()
        ? MappedCsv.identities(mapping(file, settings), LIMITS, file.brandId())
        : new IdentitiesJson(LIMITS, file.brandId());
  }

  public static Source<SiteHit> hits(SourceFile file, RunSettings settings) {
    return switch (file.format()) {
      case ACCESS_LOG -> new AccessLogs(LIMITS, settings.logFormat());
      case W3C_LOG -> new W3cLogs(LIMITS);
      case ELB_LOG -> new ElbLogs(LIMITS);
      case GA4_JSONL -> HitsJson.analytics(LIMITS);
      default -> HitsJson.accessLogs(LIMITS);
    };
  }

  private static Mapping mapping(SourceFile file, RunSettings settings) {
    return settings.mappings().stream()
        .map(RunSettings.MappingText::parse)
        .filter(mapping -> mapping.kind() == file.format().kind())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("checked before the run: " + file.format()));
  }
}
