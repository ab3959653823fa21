package dev.earshot.pipelines.listen;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.WriteTable;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.listen.people.PeopleTags;
import dev.earshot.pipelines.listen.posts.ResolveTags;
import dev.earshot.pipelines.listen.profiles.ProfileTags;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.shop.ShopTags;
import dev.earshot.pipelines.listen.site.SiteTags;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.AccountProfileRow;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.BrandResponseRow;
import dev.earshot.pipelines.tables.ConversationRow;
import dev.earshot.pipelines.tables.OrderRow;
import dev.earshot.pipelines.tables.PostEngagementSnapshotRow;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import dev.earshot.pipelines.tables.SiteSessionRow;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.List;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;

/**
 * A table of single records, whose rows steps give while they listen.
 *
 * @param type the table's record
 * @param rows what the steps call the rows, each under the file that it is written to
 */
public record DetailTable<R extends Record>(Class<R> type, TupleTag<KV<Long, Encoded<R>>> rows) {
  /** Every one of them. */
  public static final List<DetailTable<?>> ALL =
      List.of(
          new DetailTable<>(BrandMentionRow.class, ResolveTags.MENTIONS),
          new DetailTable<>(PostEngagementSnapshotRow.class, ResolveTags.SNAPSHOTS),
          new DetailTable<>(BrandResponseRow.class, ResolveTags.RESPONSES),
          new DetailTable<>(ConversationRow.class, PeopleTags.CONVERSATIONS),
          new DetailTable<>(OrderRow.class, ShopTags.ROWS),
          new DetailTable<>(AccountProfileRow.class, ProfileTags.ROWS),
          new DetailTable<>(SiteSessionRow.class, SiteTags.ROWS),
          new DetailTable<>(RejectedRecordRow.class, ReadTags.REJECTIONS));

  /** Writes the rows that were heard. */
  public PCollection<WrittenFile> write(Listen listen, RunSettings settings) {
    return listen
        .get(rows)
        .apply(
            "Write" + TableSchema.of(type).nameInCamelCase(),
            WriteTable.of(type, settings.staging()));
  }
}
