package dev.earshot.pipelines.beam;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one component of a record is written: strings, numbers, booleans, enums, byte arrays, other
 * records, one of the records that a sealed interface permits, lists of these, and sets of enums;
 * any reference may be null.
 */
sealed interface FieldCodec {

  void write(@Nullable Object value, ByteWriter out);

  @Nullable Object read(ByteReader in);

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
      return new Nested(RecordShape.of(c));
    }
    if (type instanceof Class<?> c && c.isSealed()) {
      return OneOf.of(c);
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

  /** A string as UTF-8 behind its length plus one; zero is null. */
  record Text() implements FieldCodec {
    @Override
    public void write(@Nullable Object value, ByteWriter out) {
      if (value == null) {
        out.writeByte(0);
      } else {
        out.writeText((String) value);
      }
    }

    @Override
    public @Nullable Object read(ByteReader in) {
      return in.readText();
    }
  }

  /** A whole number, zigzag and variable length, behind a presence byte where it may be null. */
  record Whole(boolean isLong, boolean isNullable) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, ByteWriter out) {
      if (isNullable) {
        out.writeByte(value == null ? 0 : 1);
      }
      if (value != null) {
        long number = ((Number) value).longValue();
        out.writeVarLong((number << 1) ^ (number >> 63));
      }
    }

    @Override
    public @Nullable Object read(ByteReader in) {
      if (isNullable && in.readByte() == 0) {
        return null;
      }
      long coded = in.readVarLong();
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
    public void write(@Nullable Object value, ByteWriter out) {
      if (isNullable) {
        out.writeByte(value == null ? 0 : 1);
      }
      if (value != null) {
        out.writeLong(Double.doubleToLongBits((Double) value));
      }
    }

    @Override
    public @Nullable Object read(ByteReader in) {
      if (isNullable && in.readByte() == 0) {
        return null;
      }
      return Double.longBitsToDouble(in.readLong());
    }
  }

  /** A boolean in one byte; 2 is null. */
  record Flag() implements FieldCodec {
    @Override
    public void write(@Nullable Object value, ByteWriter out) {
      out.writeByte(value == null ? 2 : (Boolean) value ? 1 : 0);
    }

    @Override
    public @Nullable Object read(ByteReader in) {
      int b = in.readByte();
      return b == 2 ? null : b == 1;
    }
  }

  /** A byte array behind its length plus one; zero is null. */
  record Bytes() implements FieldCodec {
    @Override
    public void write(@Nullable Object value, ByteWriter out) {
      if (value == null) {
        out.writeByte(0);
      } else {
        out.writeBytes((byte[]) value);
      }
    }

    @Override
    public @Nullable Object read(ByteReader in) {
      return in.readBytes();
    }
  }

  /** An enum constant by its ordinal plus one; zero is null. */
  @SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"})
  record Choice(Object[] constants) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, ByteWriter out) {
      out.writeByte(value == null ? 0 : ((Enum<?>) value).ordinal() + 1);
    }

    @Override
    public @Nullable Object read(ByteReader in) {
      int index = in.readByte() - 1;
      return index < 0 ? null : constants[index];
    }
  }

  /** A set of enum constants as a bit set. */
  @SuppressWarnings("EnumOrdinal")
  record Choices(Class<?> type) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, ByteWriter out) {
      if (value == null) {
        throw new IllegalArgumentException("a set of enum constants is never null");
      }
      long bits = 0;
      for (Object constant : (Set<?>) value) {
        bits |= 1L << ((Enum<?>) constant).ordinal();
      }
      out.writeVarLong(bits);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Object read(ByteReader in) {
      long bits = in.readVarLong();
      Set set = EnumSet.noneOf((Class) type);
      Object[] constants = type.getEnumConstants();
      for (; bits != 0; bits &= bits - 1) {
        set.add(constants[Long.numberOfTrailingZeros(bits)]);
      }
      return Collections.unmodifiableSet(set);
    }
  }

  /** Another record behind a presence byte. */
  record Nested(RecordShape shape) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, ByteWriter out) {
      out.writeByte(value == null ? 0 : 1);
      if (value != null) {
        shape.write(value, out);
      }
    }

    @Override
    public @Nullable Object read(ByteReader in) {
      return in.readByte() == 0 ? null : shape.read(in);
    }
  }

  /** One of several records, behind its place among them plus one; zero is null. */
  record OneOf(List<Class<?>> types, List<RecordShape> shapes) implements FieldCodec {
    static OneOf of(Class<?> sealed) {
      List<Class<?>> types = List.of(sealed.getPermittedSubclasses());
      return new OneOf(types, types.stream().map(RecordShape::of).toList());
    }

    @Override
    public void write(@Nullable Object value, ByteWriter out) {
      if (value == null) {
        out.writeByte(0);
        return;
      }
      int place = types.indexOf(value.getClass());
      out.writeByte(place + 1);
      shapes.get(place).write(value, out);
    }

    @Override
    public @Nullable Object read(ByteReader in) {
      int place = in.readByte() - 1;
      return place < 0 ? null : shapes.get(place).read(in);
    }
  }

  /** A list behind its size plus one; zero is null. */
  record Many(FieldCodec element) implements FieldCodec {
    @Override
    public void write(@Nullable Object value, ByteWriter out) {
      if (value == null) {
        out.writeByte(0);
        return;
      }
      List<?> list = (List<?>) value;
      out.writeVarLong(list.size() + 1L);
      for (Object item : list) {
        element.write(item, out);
      }
    }

    @Override
    public @Nullable Object read(ByteReader in) {
      int size = (int) in.readVarLong() - 1;
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
