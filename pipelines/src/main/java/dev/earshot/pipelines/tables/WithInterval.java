package dev.earshot.pipelines.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a component of type {@link Estimated} as three columns: {@code x}, {@code x_lower} and
 * {@code x_upper}, the value and the ends of its 95 % interval.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface WithInterval {
  /** The ids of value, lower and upper end; empty within a group. */
  int[] ids() default {};

  /** What the value is, and by which method its interval is made. */
  String doc();

  /** Unit of the value and the ends. */
  String unit();

  /** What it means that there is no value. */
  String nullMeans();

  /** What it means that there is no end; empty where it means the same as for the value. */
  String endNullMeans() default "";
}
