package dev.earshot.pipelines.tables;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Objects;

/**
 * Reads a component of a record, through the records that it stands in. Composed once for each
 * column, so that a row is read without reflection.
 *
 * @param handle from a record to the boxed value, null where a record on the way is null
 */
record Accessors(MethodHandle handle) {
  private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

  /** The record itself. */
  static final Accessors IDENTITY = new Accessors(MethodHandles.identity(Object.class));

  private static final MethodHandle NULL = MethodHandles.empty(ANY);
  private static final MethodHandle IS_NULL = method(Objects.class, "isNull", boolean.class);
  private static final MethodHandle CODE =
      orNull(method(MissingReason.class, "code", String.class).asType(ANY));

  /** The component of what this reads; of a {@link MissingReason} its code. */
  Accessors then(RecordComponent component) {
    try {
      MethodHandle read =
          MethodHandles.publicLookup().unreflect(component.getAccessor()).asType(ANY);
      if (component.getType() == MissingReason.class) {
        read = MethodHandles.filterReturnValue(read, CODE);
      }
      return new Accessors(MethodHandles.filterReturnValue(handle, orNull(read)));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("records of columns must be public: " + component, e);
    }
  }

  private static MethodHandle orNull(MethodHandle read) {
    return MethodHandles.guardWithTest(IS_NULL, NULL, read);
  }

  private static MethodHandle method(Class<?> type, String name, Class<?> result) {
    try {
      return type == Objects.class
          ? MethodHandles.publicLookup()
              .findStatic(type, name, MethodType.methodType(result, Object.class))
          : MethodHandles.publicLookup().findVirtual(type, name, MethodType.methodType(result));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
