package dev.earshot.pipelines.beam;

import java.util.List;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Makes {@link RecordCoder} the coder of every record, {@link Encoded} ones included, before Beam
 * falls back to worse ones.
 */
public final class RecordCoderRegistrar implements CoderProviderRegistrar {

  @Override
  public List<CoderProvider> getCoderProviders() {
    return List.of(new Provider());
  }

  private static final class Provider extends CoderProvider {
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> Coder<T> coderFor(TypeDescriptor<T> type, List<? extends Coder<?>> componentCoders)
        throws CannotProvideCoderException {
      Class<? super T> raw = type.getRawType();
      if (raw == Encoded.class) {
        return (Coder<T>) new EncodedCoder((RecordCoder) componentCoders.get(0));
      }
      if (!raw.isRecord()) {
        throw new CannotProvideCoderException(raw + " is not a record");
      }
      return (Coder<T>) RecordCoder.of((Class) raw);
    }
  }
}
