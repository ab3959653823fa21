package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.beam.RecordCoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PValue;
import org.junit.jupiter.api.Test;

/** What the records and keys of the graph are written with. */
class PipelineCodersTest {
  private static final int SAMPLES = 200;

  /** The coders of all collections by the names of the steps that make them. */
  private static Map<String, Coder<?>> coders() {
    Map<String, Coder<?>> coders = new TreeMap<>();
    PipelineGraphTest.graph()
        .traverseTopologically(
            new Pipeline.PipelineVisitor.Defaults() {
              @Override
              public void visitValue(PValue value, TransformHierarchy.Node producer) {
                if (value instanceof PCollection<?> collection) {
                  coders.put(value.getName(), collection.getCoder());
                }
              }
            });
    return coders;
  }

  private static void parts(Coder<?> coder, List<Coder<?>> all) {
    all.add(coder);
    coder.getCoderArguments().forEach(part -> parts(part, all));
  }

  @Test
  void noCollectionFallsBackToJavaSerialisation() {
    List<String> serialised = new ArrayList<>();
    Map<String, Coder<?>> coders = coders();
    assertTrue(coders.size() > 50, "the whole graph was seen");
    coders.forEach(
        (name, coder) -> {
          List<Coder<?>> parts = new ArrayList<>();
          parts(coder, parts);
          if (parts.stream().anyMatch(SerializableCoder.class::isInstance)) {
            serialised.add(name + ": " + coder);
          }
        });
    assertEquals(List.of(), serialised);
  }

  @Test
  void keysAreDeterministic() throws Coder.NonDeterministicException {
    for (Coder<?> coder : coders().values()) {
      if (coder instanceof KvCoder<?, ?> pair) {
        pair.getKeyCoder().verifyDeterministic();
      }
    }
  }

  /** Random values with nulls of every record that travels, from a fixed seed. */
  @Test
  void everyRecordOfTheGraphComesBackFromItsCoder() throws IOException {
    Map<Class<?>, RecordCoder<?>> records = new LinkedHashMap<>();
    for (Coder<?> coder : coders().values()) {
      List<Coder<?>> parts = new ArrayList<>();
      parts(coder, parts);
      for (Coder<?> part : parts) {
        if (part instanceof RecordCoder<?> record) {
          records.put(record.getEncodedTypeDescriptor().getRawType(), record);
        }
      }
    }
    assertTrue(records.size() >= 15, records.keySet().toString());
    Random random = new Random(7);
    for (Map.Entry<Class<?>, RecordCoder<?>> record : records.entrySet()) {
      for (int i = 0; i < SAMPLES; i++) {
        assertComesBack(record.getValue(), record(record.getKey(), random));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> void assertComesBack(RecordCoder<T> coder, Object value)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    coder.encode((T) value, out);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    assertEquals(value, coder.decode(in));
    assertEquals(0, in.available(), value::toString);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object value(Type type, Random random) {
    boolean isNull = random.nextInt(4) == 0;
    if (type == int.class) {
      return random.nextInt() >> random.nextInt(32);
    } else if (type == long.class) {
      return random.nextLong() >> random.nextInt(64);
    } else if (type == double.class) {
      return random.nextGaussian();
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type instanceof ParameterizedType p && p.getRawType() == Set.class) {
      Class enumeration = (Class) p.getActualTypeArguments()[0];
      Set set = EnumSet.noneOf(enumeration);
      for (Object constant : enumeration.getEnumConstants()) {
        if (random.nextInt(3) == 0) {
          set.add(constant);
        }
      }
      return set;
    } else if (isNull) {
      return null;
    } else if (type == Integer.class) {
      return random.nextInt();
    } else if (type == Long.class) {
      return random.nextLong();
    } else if (type == Double.class) {
      return random.nextDouble();
    } else if (type == Boolean.class) {
      return random.nextBoolean();
    } else if (type == String.class) {
      return text(random);
    } else if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
      List<Object> list = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(value(p.getActualTypeArguments()[0], random));
      }
      return list;
    } else if (type instanceof Class<?> c && c.isEnum()) {
      return c.getEnumConstants()[random.nextInt(c.getEnumConstants().length)];
    } else if (type instanceof Class<?> c && c.isSealed()) {
      Class<?>[] kinds = Objects.requireNonNull(c.getPermittedSubclasses());
      return record(kinds[random.nextInt(kinds.length)], random);
    }
    return record((Class<?>) type, random);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int wide = random.nextBoolean() ? 0x80 : 0x1F64F;
      int point = random.nextInt(wide);
      text.appendCodePoint(Character.isSurrogate((char) point) ? 0 : point);
    }
    return text.toString();
  }

  private static Object record(Class<?> type, Random random) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType(), random);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
