package dev.earshot.pipelines.beam;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a record field by field. Beam infers an empty schema or Java serialisation for records;
 * this coder is compact, deterministic and knows the field types that {@link FieldCodec} lists.
 *
 * @param <T> the record
 */
public final class RecordCoder<T extends Record> extends CustomCoder<T> {
  private final Class<T> type;
  private transient volatile @Nullable Layout layout;

  private RecordCoder(Class<T> type) {
    this.type = type;
    this.layout = Layout.of(type);
  }

  /**
   * The coder of a record type.
   *
   * @throws IllegalArgumentException where a component's type is not supported
   */
  public static <T extends Record> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(type);
  }

  private Layout layout() {
    Layout known = layout;
    if (known == null) {
      known = Layout.of(type);
      layout = known;
    }
    return known;
  }

  @Override
  public void encode(T value, OutputStream stream) throws IOException {
    DataOutputStream out =
        stream instanceof DataOutputStream data ? data : new DataOutputStream(stream);
    layout().write(value, out);
  }

  @Override
  public T decode(InputStream stream) throws IOException {
    DataInputStream in =
        stream instanceof DataInputStream data ? data : new DataInputStream(stream);
    return type.cast(layout().read(in));
  }

  @Override
  public void verifyDeterministic() {
    // Fields are written in declaration order and no field type has two encodings of one value.
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  @Override
  public TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordCoder<?> that && that.type == type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return "RecordCoder(" + type.getSimpleName() + ")";
  }

  /** The fields of one record type, with what reads and writes them. */
  @SuppressWarnings("ArrayRecordComponent")
  record Layout(MethodHandle[] accessors, FieldCodec[] codecs, MethodHandle constructor) {

    static Layout of(Class<?> type) {
      RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
      MethodHandle[] accessors = new MethodHandle[components.length];
      FieldCodec[] codecs = new FieldCodec[components.length];
      Class<?>[] types = new Class<?>[components.length];
      try {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          accessors[i] =
              lookup
                  .unreflect(components[i].getAccessor())
                  .asType(MethodType.methodType(Object.class, Object.class));
          codecs[i] = FieldCodec.of(components[i].getGenericType());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        MethodHandle handle =
            lookup
                .unreflectConstructor(constructor)
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
        return new Layout(accessors, codecs, handle);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("no record coder for " + type, e);
      }
    }

    void write(Object value, DataOutputStream out) throws IOException {
      for (int i = 0; i < codecs.length; i++) {
        codecs[i].write(component(value, i), out);
      }
    }

    private @Nullable Object component(Object value, int i) {
      try {
        return (Object) accessors[i].invokeExact(value);
      } catch (Error | RuntimeException e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }

    Object read(DataInputStream in) throws IOException {
      @Nullable Object[] values = new Object[codecs.length];
      for (int i = 0; i < codecs.length; i++) {
        values[i] = codecs[i].read(in);
      }
      try {
        return (Object) constructor.invokeExact(values);
      } catch (Error | RuntimeException e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
