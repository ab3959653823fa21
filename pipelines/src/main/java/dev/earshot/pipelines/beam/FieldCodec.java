package dev.earshot.pipelines.beam;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one component of a record is written: strings, numbers, booleans, enums, byte arrays, other
 * records, lists of these, and sets of enums; any reference may be null.
 */
sealed interface FieldCodec {

  void write(@Nullable Object value, DataOutputStream out) throws IOException;

  @Nullable Object read(DataInputStream in) throws IOException;

  static FieldCodec of(Type type) {
    if (type == String.class) {
      return new Text();
    }
    if (type == long.class || type == Long.class) {
      return new Whole(true, type == Long.class);
    }
    if (type == int.class || type == Integer.class) {
      return new Whole(false, type == Integer.class);
    }
    if (type == double.class || type == Double.class) {
      return new Real(type == Double.class);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Flag();
    }
    if (type == byte[].class) {
      return new Bytes();
    }
    if (type instanceof Class<?> c && c.isEnum()) {
      return new Choice(c.getEnumConstants());
    }
    if (type instanceof Class<?> c && c.isRecord()) {
      return new Nested(RecordCoder.Layout.of(c));
    }
    if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
      return new Many(of(p.getActualTypeArguments()[0]));
    }
    if (type instanceof ParameterizedType p
        && p.getRawType() == Set.class
        && p.getActualTypeArguments()[0] instanceof Class<?> c
        && c.isEnum()
        && c.getEnumConstants().length <= Long.SIZE) {
      return new Choices(c);
    }
    throw new IllegalArgumentException("no codec for a component of type " + type);
  }

  private static void writeVarLong(long value, DataOutputStream out) throws IOException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long readVarLong(DataInputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int b = in.readUnsignedByte();
      value |= (long) (b & 0x7F) << shift;
      if ((b & 0x80) == 0) {
        return value;
      }
    }
    throw new IOException("not a variable-length number");
  }

  private static void writeBytes(byte @Nullable [] bytes, DataOutputStream out) throws IOException {
    if (bytes == null) {
      out.write(0);
    } else {
      writeVarLong(bytes.length + 1L, out);
      out.write(bytes, 0, bytes.length);
    }
  }

  private static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
    int length = (int) readVarLong(in) - 1;
    return length < 0 ? null : in.readNBytes(length);
  }

  /** A string as UTF-8 behind its length plus one; zero is null. */
  record Text() implements FieldCodec {
    @Override
    public void write(@Nullable Object value, DataOutputStream out) throws IOException {
      writeBytes(value == null ? null : ((String) value).getBytes(StandardCharsets.UTF_8), out);
    }

    @Override
    public @Nullable Object read(DataInputStream in) throws IOException {
      byte[] bytes = readBytes(in);
      return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** A whole number, zigzag and variable length, behind a presence byte where it may be null. */
  record Whole(boolean isLong, boolean isNullable) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, DataOutputStream out) throws IOException {
      if (isNullable) {
        out.write(value == null ? 0 : 1);
      }
      if (value != null) {
        long number = ((Number) value).longValue();
        writeVarLong((number << 1) ^ (number >> 63), out);
      }
    }

    @Override
    public @Nullable Object read(DataInputStream in) throws IOException {
      if (isNullable && in.readUnsignedByte() == 0) {
        return null;
      }
      long coded = readVarLong(in);
      long number = (coded >>> 1) ^ -(coded & 1);
      if (isLong) {
        return number;
      }
      return (int) number;
    }
  }

  /** A double by its bits. */
  record Real(boolean isNullable) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, DataOutputStream out) throws IOException {
      if (isNullable) {
        out.write(value == null ? 0 : 1);
      }
      if (value != null) {
        out.writeLong(Double.doubleToLongBits((Double) value));
      }
    }

    @Override
    public @Nullable Object read(DataInputStream in) throws IOException {
      if (isNullable && in.readUnsignedByte() == 0) {
        return null;
      }
      return Double.longBitsToDouble(in.readLong());
    }
  }

  /** A boolean in one byte; 2 is null. */
  record Flag() implements FieldCodec {
    @Override
    public void write(@Nullable Object value, DataOutputStream out) throws IOException {
      out.write(value == null ? 2 : (Boolean) value ? 1 : 0);
    }

    @Override
    public @Nullable Object read(DataInputStream in) throws IOException {
      int b = in.readUnsignedByte();
      return b == 2 ? null : b == 1;
    }
  }

  /** A byte array behind its length plus one; zero is null. */
  record Bytes() implements FieldCodec {
    @Override
    public void write(@Nullable Object value, DataOutputStream out) throws IOException {
      writeBytes((byte[]) value, out);
    }

    @Override
    public @Nullable Object read(DataInputStream in) throws IOException {
      return readBytes(in);
    }
  }

  /** An enum constant by its ordinal plus one; zero is null. */
  @SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"})
  record Choice(Object[] constants) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, DataOutputStream out) throws IOException {
      out.write(value == null ? 0 : ((Enum<?>) value).ordinal() + 1);
    }

    @Override
    public @Nullable Object read(DataInputStream in) throws IOException {
      int index = in.readUnsignedByte() - 1;
      return index < 0 ? null : constants[index];
    }
  }

  /** A set of enum constants as a bit set. */
  @SuppressWarnings("EnumOrdinal")
  record Choices(Class<?> type) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, DataOutputStream out) throws IOException {
      if (value == null) {
        throw new IOException("a set of enum constants is never null");
      }
      long bits = 0;
      for (Object constant : (Set<?>) value) {
        bits |= 1L << ((Enum<?>) constant).ordinal();
      }
      writeVarLong(bits, out);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Object read(DataInputStream in) throws IOException {
      long bits = readVarLong(in);
      Set set = EnumSet.noneOf((Class) type);
      Object[] constants = type.getEnumConstants();
      for (; bits != 0; bits &= bits - 1) {
        set.add(constants[Long.numberOfTrailingZeros(bits)]);
      }
      return Collections.unmodifiableSet(set);
    }
  }

  /** Another record behind a presence byte. */
  record Nested(RecordCoder.Layout layout) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, DataOutputStream out) throws IOException {
      out.write(value == null ? 0 : 1);
      if (value != null) {
        layout.write(value, out);
      }
    }

    @Override
    public @Nullable Object read(DataInputStream in) throws IOException {
      return in.readUnsignedByte() == 0 ? null : layout.read(in);
    }
  }

  /** A list behind its size plus one; zero is null. */
  record Many(FieldCodec element) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, DataOutputStream out) throws IOException {
      if (value == null) {
        out.write(0);
        return;
      }
      List<?> list = (List<?>) value;
      writeVarLong(list.size() + 1L, out);
      for (Object item : list) {
        element.write(item, out);
      }
    }

    @Override
    public @Nullable Object read(DataInputStream in) throws IOException {
      int size = (int) readVarLong(in) - 1;
      if (size < 0) {
        return null;
      }
      if (size == 0) {
        return List.of();
      }
      List<@Nullable Object> list = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        list.add(element.read(in));
      }
      return Collections.unmodifiableList(list);
    }
  }
}
