package dev.earshot.pipelines.listen;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;

/** Hands what a step gives straight to a method, without a runner in between. */
public final class Outputs implements MultiOutputReceiver {
  private final Map<TupleTag<?>, OutputReceiver<?>> receivers = new HashMap<>();

  public <T> Outputs to(TupleTag<T> tag, Consumer<? super T> consumer) {
    receivers.put(tag, receiver(consumer));
    return this;
  }

  static <T> OutputReceiver<T> receiver(Consumer<? super T> consumer) {
    return new OutputReceiver<>() {
      @Override
      public void output(T value) {
        consumer.accept(value);
      }

      @Override
      public void outputWithTimestamp(T value, Instant timestamp) {
        consumer.accept(value);
      }
    };
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> OutputReceiver<T> get(TupleTag<T> tag) {
    return (OutputReceiver<T>) receivers.get(tag);
  }

  @Override
  public <T> OutputReceiver<Row> getRowReceiver(TupleTag<T> tag) {
    throw new UnsupportedOperationException();
  }

  /** The context in which a step finishes. */
  public <I, O> DoFn<I, O>.FinishBundleContext finish(DoFn<I, O> step) {
    return step.new FinishBundleContext() {
      @Override
      public PipelineOptions getPipelineOptions() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void output(O value, Instant timestamp, BoundedWindow window) {
        throw new UnsupportedOperationException();
      }

      @Override
      public <T> void output(TupleTag<T> tag, T value, Instant timestamp, BoundedWindow window) {
        get(tag).output(value);
      }
    };
  }
}
