package dev.earshot.pipelines.sources.platforms.x;

import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.spec.SourceContext;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** Source of an archive's posts, whose long texts stand in another file of the archive. */
record XArchivePosts(SourceContext context) implements Source<Post> {
  @Override
  public Format format() {
    return Format.X_ARCHIVE;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<Post> sink)
      throws IOException {
    XNotes notes = XNotes.beside(context.siblings(), context.limits());
    return DocumentSource.posts(
            format(),
            DocumentSource.WHOLE,
            XArchive.posts(context.owner(), notes),
            context.limits())
        .read(channel, range, sink);
  }
}
