package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.publish.RunSummary.SourceAccount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SimpleFunction;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Writes one small file that says what a run wrote and counted. */
public final class WriteSummary extends PTransform<PCollectionList<WrittenFile>, PDone> {
  private final String staging;
  private final PCollection<KV<Integer, SourceBalance>> accounts;
  private final PCollection<Long> latest;

  private WriteSummary(
      String staging, PCollection<KV<Integer, SourceBalance>> accounts, PCollection<Long> latest) {
    this.staging = staging;
    this.accounts = accounts;
    this.latest = latest;
  }

  /** Writes to the staging folder. */
  public static WriteSummary of(
      String staging, PCollection<KV<Integer, SourceBalance>> accounts, PCollection<Long> latest) {
    return new WriteSummary(staging, accounts, latest);
  }

  /** One thing that a summary holds. */
  record Fact(Part part) {}

  /** A kind of thing that a summary holds. */
  sealed interface Part permits FilePart, AccountPart, TimePart {}

  record FilePart(WrittenFile file) implements Part {}

  record AccountPart(SourceAccount account) implements Part {}

  record TimePart(long latestMicros) implements Part {}

  @Override
  public PDone expand(PCollectionList<WrittenFile> written) {
    PCollection<Fact> files =
        written.apply("Files", Flatten.pCollections()).apply("FileFacts", new Facts<>(FILE));
    PCollection<Fact> counts = accounts.apply("AccountFacts", new Facts<>(ACCOUNT));
    PCollection<Fact> times = latest.apply("TimeFacts", new Facts<>(TIME));
    PCollectionList.of(files)
        .and(counts)
        .and(times)
        .apply("Facts", Flatten.pCollections())
        .apply("ToOne", WithKeys.<Integer, Fact>of(0).withKeyType(TypeDescriptors.integers()))
        .apply("Gather", GroupByKey.create())
        .apply("Write", ParDo.of(new Write(staging)));
    return PDone.in(written.getPipeline());
  }

  private static final SimpleFunction<WrittenFile, Fact> FILE =
      new SimpleFunction<>() {
        @Override
        public Fact apply(WrittenFile file) {
          return new Fact(new FilePart(file));
        }
      };
  private static final SimpleFunction<KV<Integer, SourceBalance>, Fact> ACCOUNT =
      new SimpleFunction<>() {
        @Override
        public Fact apply(KV<Integer, SourceBalance> account) {
          return new Fact(new AccountPart(new SourceAccount(account.getKey(), account.getValue())));
        }
      };
  private static final SimpleFunction<Long, Fact> TIME =
      new SimpleFunction<>() {
        @Override
        public Fact apply(Long time) {
          return new Fact(new TimePart(time));
        }
      };

  private static final class Facts<T> extends PTransform<PCollection<T>, PCollection<Fact>> {
    private final SimpleFunction<T, Fact> function;

    Facts(SimpleFunction<T, Fact> function) {
      this.function = function;
    }

    @Override
    public PCollection<Fact> expand(PCollection<T> input) {
      return input.apply("ToFact", MapElements.via(function)).setCoder(RecordCoder.of(Fact.class));
    }
  }

  private static final class Write extends DoFn<KV<Integer, Iterable<Fact>>, Void> {
    private final String staging;

    Write(String staging) {
      this.staging = staging;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Fact>> facts) throws IOException {
      List<WrittenFile> files = new ArrayList<>();
      List<SourceAccount> accounts = new ArrayList<>();
      Long latest = null;
      for (Fact fact : facts.getValue()) {
        if (fact.part() instanceof FilePart part) {
          files.add(part.file());
        } else if (fact.part() instanceof AccountPart part) {
          accounts.add(part.account());
        } else if (fact.part() instanceof TimePart part && part.latestMicros() != Long.MIN_VALUE) {
          latest = part.latestMicros();
        }
      }
      files.sort(Comparator.comparing(WrittenFile::path));
      accounts.sort(Comparator.comparingInt(SourceAccount::source));
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      RecordCoder.of(RunSummary.class)
          .encode(new RunSummary(List.copyOf(files), List.copyOf(accounts), latest), whole);
      try (OutputStream out =
          Channels.newOutputStream(
              FileSystems.create(
                  FileSystems.matchNewResource(staging + "/" + RunSummary.FILE_NAME, false),
                  "application/octet-stream"))) {
        whole.writeTo(out);
      }
    }
  }
}
