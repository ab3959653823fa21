package dev.earshot.pipelines.sources.json;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Source of messages of a document that says who wrote each, but not to whom: a first pass collects
 * everybody who wrote.
 */
public final class TwoPassDocuments implements Source<Message> {
  private final Format format;
  private final Set<String> arrays;
  private final Function<DocumentElement, String> sender;
  private final Function<ChatMembers, ElementParser<Message>> finder;
  private final Predicate<String> isOwn;
  private final ReadLimits limits;

  /**
   * @param sender the account that an element tells, or empty
   * @param finder finds messages, given who wrote in the file
   */
  public TwoPassDocuments(
      Format format,
      Set<String> arrays,
      Function<DocumentElement, String> sender,
      Function<ChatMembers, ElementParser<Message>> finder,
      Predicate<String> isOwn,
      ReadLimits limits) {
    this.format = format;
    this.arrays = arrays;
    this.sender = sender;
    this.finder = finder;
    this.isOwn = isOwn;
    this.limits = limits;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public boolean needsSurvey() {
    return true;
  }

  @Override
  public Source<Message> surveyed(ReadableByteChannel channel) throws IOException {
    ChatMembers members = new ChatMembers(isOwn);
    ElementParser<Message> collect = (element, records) -> members.add(sender.apply(element));
    DocumentSource.messages(format, arrays, collect, limits)
        .read(channel, ByteRange.WHOLE, new Nothing());
    return DocumentSource.messages(format, arrays, finder.apply(members), limits);
  }

  /** Reads without knowing who else takes part. */
  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<Message> sink)
      throws IOException {
    return DocumentSource.messages(format, arrays, finder.apply(new ChatMembers(isOwn)), limits)
        .read(channel, range, sink);
  }

  /** Reading the file again will tell what is wrong with it. */
  private static final class Nothing implements RecordSink<Message> {
    @Override
    public void accept(Message message, long byteOffset) {}

    @Override
    public void reject(Rejection rejection) {}
  }
}
