package dev.earshot.pipelines.listen.people;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.sentiment.Comparison;
import dev.earshot.models.text.TextPattern;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import dev.earshot.models.understanding.BrandIntents;
import dev.earshot.models.understanding.TextAnalyzer;
import dev.earshot.models.understanding.UnwrittenTexts;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPerson.Automation;
import dev.earshot.pipelines.facts.AboutPerson.Direction;
import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.listen.read.ReadRecords;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of message files. A message is understood here and its text ends here: what is sent
 * on says who wrote when and what was wanted.
 */
public final class ReadMessages extends ReadRecords<Message, Encoded<AboutPerson>> {
  private static final UnwrittenTexts UNWRITTEN = UnwrittenTexts.shipped();

  private transient @Nullable RunTools bench;
  private transient @Nullable TextAnalyzer analyzer;
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable Partitions partitions;
  private transient @Nullable Tokenizer tokenizer;

  public ReadMessages(RunSettings settings) {
    super(settings, Message.class);
  }

  @Setup
  public void setup() {
    bench = workbench();
    analyzer = bench.analyzer();
    tokenizer = new Tokenizer();
    pseudonyms = bench.pseudonyms();
    partitions = new Partitions(settings().inputBytes());
  }

  @Override
  protected boolean isMended(Message record) {
    return !record.issues().isEmpty();
  }

  @Override
  protected void read(Message message, int source, long byteOffset, MultiOutputReceiver out) {
    RunTools workbench = Objects.requireNonNull(bench);
    if (settings().isAfterClock(message.sentAtMicros())) {
      tally().outOfScope(source, false);
      return;
    }
    tally().seen(source, message.sentAtMicros());
    String network = message.network();
    String sender = workbench.ownerOf(network, message.senderId(), null);
    String recipient = workbench.ownerOf(network, message.recipientId(), null);
    String brand = sender != null ? sender : recipient;
    boolean isBetweenBrandAndPerson = (sender == null) != (recipient == null);
    if (brand == null || !isBetweenBrandAndPerson) {
      tally().outOfScope(source, false);
      return;
    }
    int day = workbench.dayOf(brand, message.sentAtMicros());
    tally()
        .about(
            brand, new SourceDay.Cell(SourceKind.MESSAGES, network, day), message.sentAtMicros());
    if (!settings().dates().isInContext(RecordKind.MESSAGES, day)) {
      tally().outOfScope(source, false);
      return;
    }
    String folded = TextPattern.folded(message.text());
    if (UNWRITTEN.isNotice(network, folded)) {
      tally().notice(source);
      return;
    }
    String person = sender == null ? message.senderId() : message.recipientId();
    MessageEvent event = event(message, folded, brand, sender != null, source);
    AboutPerson fact =
        new AboutPerson(
            brand, network, Objects.requireNonNull(pseudonyms).of(network, person), event);
    int partition = Objects.requireNonNull(partitions).of(fact.key());
    boolean isText = event.direction() == Direction.OUTBOUND && event.textLength() > 0;
    out.get(isText ? ReadTags.SENT : ReadTags.PEOPLE).output(KV.of(partition, Encoded.of(fact)));
  }

  private MessageEvent event(
      Message message, String folded, String brand, boolean isFromBrand, int source) {
    return isFromBrand
        ? fromBrand(message, folded, brand, source)
        : fromPerson(message, brand, source);
  }

  private MessageEvent fromPerson(Message message, String brand, int source) {
    Tokens tokens = Objects.requireNonNull(tokenizer).tokenize(message.text());
    Understanding meaning =
        Objects.requireNonNull(analyzer).understand(tokens, message.language(), List.of());
    return new MessageEvent(
        true,
        Direction.INBOUND,
        message.sentAtMicros(),
        message.messageId(),
        intents(message, brand, tokens, meaning),
        meaning.sentiment() != null,
        source);
  }

  private MessageEvent fromBrand(Message message, String folded, String brand, int source) {
    Automation automation = automation(message, folded, brand);
    String template = TextPattern.folded(Template.of(message.text()));
    String text = Objects.requireNonNull(pseudonyms).of("text:" + brand, template);
    return new MessageEvent(
        true,
        automation == null ? Direction.OUTBOUND : Direction.AUTOMATED,
        message.sentAtMicros(),
        message.messageId(),
        Set.of(),
        false,
        source,
        folded.length(),
        Long.parseUnsignedLong(text.substring(0, Long.BYTES * 2), 16),
        false,
        automation);
  }

  private @Nullable Automation automation(Message message, String folded, String brand) {
    if (message.isAutomated()) {
      return Automation.FIELD;
    }
    if (Objects.requireNonNull(bench).isAutomated(brand, folded)) {
      return Automation.BRAND_FILE;
    }
    return UNWRITTEN.isAutomatic(message.network(), folded) ? Automation.KNOWN_TEXT : null;
  }

  /** A message speaks to the brand: "you" is the brand, whose names it may have as well. */
  private Set<Intent> intents(Message message, String brand, Tokens tokens, Understanding meaning) {
    if (!"en".equals(meaning.language()) || !meaning.intents().contains(Intent.CHURN_INTENT)) {
      return meaning.intents();
    }
    List<TextSpan> named =
        Objects.requireNonNull(bench).matcher().spans(message.text(), message.network(), brand);
    List<TextSpan> spans = BrandIntents.spans(tokens, named);
    return BrandIntents.toward(meaning.intents(), Comparison.switchOf(tokens, spans, true));
  }
}
