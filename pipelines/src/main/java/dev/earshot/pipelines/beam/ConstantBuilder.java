package dev.earshot.pipelines.beam;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/** The template of the hidden classes that {@link RecordShape} defines, one for each record. */
final class ConstantBuilder implements RecordBuilder {
  private static final MethodHandle CONSTRUCTOR = constructor();

  ConstantBuilder() {}

  private static MethodHandle constructor() {
    try {
      return MethodHandles.classData(MethodHandles.lookup(), "_", MethodHandle.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Object build(@Nullable Object[] components) {
    try {
      return (Object) CONSTRUCTOR.invokeExact(components);
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
