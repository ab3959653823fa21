package dev.earshot.pipelines.measure;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records from maps of YAML, their components in snake_case. A whole number whose text is a date is
 * days since the epoch; one whose text is a moment is microseconds. What is left out is null, zero,
 * false or empty; a brand is {@code heron} and a network {@code x}.
 */
final class YamlRecords {
  private static final Map<String, String> USUAL = Map.of("brand_id", "heron", "network", "x");

  private YamlRecords() {}

  /** Reads a record that has all that the map says. */
  static <R> R read(Class<R> type, Map<String, Object> map) {
    Map<String, Object> left = new HashMap<>(map);
    R record = take(type, left);
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no " + left.keySet());
    }
    return record;
  }

  /** Reads a record, and takes what it has out of the map. */
  static <R> R take(Class<R> type, Map<String, Object> map) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = snakeCase(components[i].getName());
      types[i] = components[i].getType();
      Object given = map.containsKey(name) ? map.remove(name) : USUAL.get(name);
      values[i] = value(components[i].getGenericType(), given, name);
    }
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " of " + map, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object value(Type type, @Nullable Object given, String name) {
    if (type instanceof ParameterizedType p && p.getRawType() != Map.class) {
      return many(p, given == null ? List.of() : (List<Object>) given, name);
    }
    Class<?> raw =
        type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
    if (given == null) {
      return nothing(raw);
    }
    if (raw == int.class || raw == Integer.class) {
      return Math.toIntExact(number(given));
    } else if (raw == long.class || raw == Long.class) {
      return number(given);
    } else if (raw == double.class || raw == Double.class) {
      return ((Number) given).doubleValue();
    } else if (raw.isEnum()) {
      return constant(raw, (String) given, name);
    } else if (raw.isRecord()) {
      return read(raw, (Map<String, Object>) given);
    }
    return given;
  }

  private static Object many(ParameterizedType type, List<Object> given, String name) {
    Type of = type.getActualTypeArguments()[0];
    List<Object> all = new ArrayList<>();
    given.forEach(item -> all.add(value(of, item, name)));
    return type.getRawType() == Set.class ? all.stream().collect(Collectors.toSet()) : all;
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == int.class) {
      return 0;
    } else if (type == long.class) {
      return 0L;
    } else if (type == double.class) {
      return 0.0;
    }
    return type == boolean.class ? false : null;
  }

  private static Object constant(Class<?> type, String given, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equalsIgnoreCase(given)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(name + " cannot be " + given);
  }

  /** A whole number, the day of a date or the microsecond of a moment. */
  static long number(Object given) {
    if (given instanceof Number number) {
      return number.longValue();
    }
    String text = (String) given;
    return text.contains("T")
        ? ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text))
        : LocalDate.parse(text).toEpochDay();
  }

  static String snakeCase(String camelCase) {
    return camelCase
        .replaceAll("([a-z])([A-Z0-9])", "$1_$2")
        .replaceAll("([0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
