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
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Source of messages of a document that does not say of each by whom or to whom it is: a first pass
 * collects what the whole file tells of that.
 *
 * @param <S> what is collected
 */
public final class TwoPassDocuments<S> implements Source<Message> {
  private final Format format;
  private final Set<String> arrays;
  private final Supplier<S> nothing;
  private final BiConsumer<S, DocumentElement> collector;
  private final Function<S, ElementParser<Message>> finder;
  private final ReadLimits limits;

  /**
   * @param nothing what is known before the first pass
   * @param collector takes from an element what it tells
   * @param finder finds messages, given what was collected
   */
  public TwoPassDocuments(
      Format format,
      Set<String> arrays,
      Supplier<S> nothing,
      BiConsumer<S, DocumentElement> collector,
      Function<S, ElementParser<Message>> finder,
      ReadLimits limits) {
    this.format = format;
    this.arrays = arrays;
    this.nothing = nothing;
    this.collector = collector;
    this.finder = finder;
    this.limits = limits;
  }

  /**
   * Of a chat that says who wrote each message, but not to whom: collects everybody who wrote.
   *
   * @param sender the account that an element tells, or empty
   */
  public static TwoPassDocuments<ChatMembers> chat(
      Format format,
      Set<String> arrays,
      Function<DocumentElement, String> sender,
      Function<ChatMembers, ElementParser<Message>> finder,
      Predicate<String> isOwn,
      ReadLimits limits) {
    return new TwoPassDocuments<>(
        format,
        arrays,
        () -> new ChatMembers(isOwn),
        (members, element) -> members.add(sender.apply(element)),
        finder,
        limits);
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
    S collected = nothing.get();
    ElementParser<Message> collect = (element, records) -> collector.accept(collected, element);
    DocumentSource.messages(format, arrays, collect, limits)
        .read(channel, ByteRange.WHOLE, new Nothing());
    return DocumentSource.messages(format, arrays, finder.apply(collected), limits);
  }

  /** Reads without knowing what the whole file tells. */
  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<Message> sink)
      throws IOException {
    return DocumentSource.messages(format, arrays, finder.apply(nothing.get()), limits)
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
