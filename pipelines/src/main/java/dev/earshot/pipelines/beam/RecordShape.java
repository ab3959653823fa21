package dev.earshot.pipelines.beam;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The components of a record type, and what reads, writes and builds them. */
final class RecordShape {
  private static final ConcurrentHashMap<Class<?>, RecordShape> KNOWN = new ConcurrentHashMap<>();

  private final List<Function<Object, @Nullable Object>> accessors;
  private final List<FieldCodec> codecs;
  private final RecordBuilder builder;

  private RecordShape(
      List<Function<Object, @Nullable Object>> accessors,
      List<FieldCodec> codecs,
      RecordBuilder builder) {
    this.accessors = accessors;
    this.codecs = codecs;
    this.builder = builder;
  }

  /** The shape of a record type, made once per process. */
  static RecordShape of(Class<?> type) {
    RecordShape known = KNOWN.get(type);
    if (known == null) {
      known = read(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  private static RecordShape read(Class<?> type) {
    RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
    try {
      Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      @SuppressWarnings({"unchecked", "rawtypes"})
      Function<Object, @Nullable Object>[] accessors = new Function[components.length];
      FieldCodec[] codecs = new FieldCodec[components.length];
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        accessors[i] = accessor(lookup, lookup.unreflect(components[i].getAccessor()), type);
        codecs[i] = FieldCodec.of(components[i].getGenericType());
      }
      MethodHandle constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      return new RecordShape(List.of(accessors), List.of(codecs), builder(constructor));
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalArgumentException("no record coder for " + type, e);
    }
  }

  /** A compiled accessor: calling the handle itself costs several times as much. */
  @SuppressWarnings("unchecked")
  private static Function<Object, @Nullable Object> accessor(
      Lookup lookup, MethodHandle handle, Class<?> type) {
    try {
      MethodType boxed = MethodType.methodType(handle.type().wrap().returnType(), type);
      return (Function<Object, @Nullable Object>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  handle,
                  boxed)
              .getTarget()
              .invoke();
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A copy of {@link ConstantBuilder} whose handle is a constant of its own class, so that the
   * compiler sees through it.
   */
  private static RecordBuilder builder(MethodHandle constructor)
      throws IOException, ReflectiveOperationException {
    Lookup own = MethodHandles.lookup();
    try (InputStream in = ConstantBuilder.class.getResourceAsStream("ConstantBuilder.class")) {
      byte[] template = Objects.requireNonNull(in).readAllBytes();
      return (RecordBuilder)
          own.defineHiddenClassWithClassData(template, constructor, true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    }
  }

  void write(Object value, ByteWriter out) {
    for (int i = 0; i < codecs.size(); i++) {
      codecs.get(i).write(accessors.get(i).apply(value), out);
    }
  }

  Object read(ByteReader in) {
    @Nullable Object[] values = new Object[codecs.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = codecs.get(i).read(in);
    }
    return builder.build(values);
  }
}
