package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.RepeatedText;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Marks among the texts that brands sent those that many persons got. Of a text a few persons are
 * kept, so that one which a million people got takes no more memory than any other.
 */
public final class MarkRepeatedTexts
    extends PTransform<
        PCollection<KV<Integer, Encoded<AboutPerson>>>,
        PCollection<KV<Integer, Encoded<AboutPerson>>>> {
  /** So many persons have the same words only from a template or a machine. */
  private static final int PERSONS = 5;

  @Override
  public PCollection<KV<Integer, Encoded<AboutPerson>>> expand(
      PCollection<KV<Integer, Encoded<AboutPerson>>> sent) {
    PCollectionView<Map<RepeatedText, Boolean>> toMany =
        sent.apply("SentTexts", ParDo.of(new TextOf()))
            .apply("PersonsOfText", Combine.perKey(new HasMany()))
            .apply("ToMany", Filter.by(text -> Boolean.TRUE.equals(text.getValue())))
            .apply("RepeatedTexts", View.asMap());
    return sent.apply("MarkRepeated", ParDo.of(new Mark(toMany)).withSideInputs(toMany));
  }

  /** Whether persons, by their keys, are many. */
  public static boolean areMany(Set<Long> persons) {
    return persons.size() >= PERSONS;
  }

  /** A text as it is to be taken, by whether many got its text. */
  public static KV<Integer, Encoded<AboutPerson>> marked(
      KV<Integer, Encoded<AboutPerson>> sent, Predicate<RepeatedText> isToMany) {
    AboutPerson fact = sent.getValue().value();
    return isToMany.test(RepeatedText.of(fact.message()))
        ? KV.of(sent.getKey(), Encoded.of(fact.saying(fact.message().toMany())))
        : sent;
  }

  private static final class TextOf
      extends DoFn<KV<Integer, Encoded<AboutPerson>>, KV<RepeatedText, Long>> {
    @ProcessElement
    public void process(
        @Element KV<Integer, Encoded<AboutPerson>> sent,
        OutputReceiver<KV<RepeatedText, Long>> out) {
      AboutPerson fact = sent.getValue().value();
      out.output(KV.of(RepeatedText.of(fact.message()), fact.key()));
    }
  }

  private static final class HasMany extends Combine.CombineFn<Long, Set<Long>, Boolean> {
    @Override
    public Set<Long> createAccumulator() {
      return new HashSet<>();
    }

    @Override
    public Set<Long> addInput(Set<Long> some, Long person) {
      if (!areMany(some)) {
        some.add(person);
      }
      return some;
    }

    @Override
    public Set<Long> mergeAccumulators(Iterable<Set<Long>> parts) {
      Set<Long> all = createAccumulator();
      parts.forEach(part -> part.forEach(person -> addInput(all, person)));
      return all;
    }

    @Override
    public Boolean extractOutput(Set<Long> some) {
      return areMany(some);
    }
  }

  private static final class Mark
      extends DoFn<KV<Integer, Encoded<AboutPerson>>, KV<Integer, Encoded<AboutPerson>>> {
    private final PCollectionView<Map<RepeatedText, Boolean>> toMany;

    Mark(PCollectionView<Map<RepeatedText, Boolean>> toMany) {
      this.toMany = toMany;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      context.output(marked(context.element(), context.sideInput(toMany)::containsKey));
    }
  }
}
