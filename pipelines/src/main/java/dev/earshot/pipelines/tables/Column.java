package dev.earshot.pipelines.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record component as a column. The column's name is the component's in snake_case; its
 * type follows from the component's type and the name's ending: {@code _at} is a UTC timestamp in
 * microseconds, {@code date} and {@code _date} a date.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
  /**
   * Stable id, never reused within a table: the Parquet field id. Not given within a group of
   * columns, see {@link Group#ids}.
   */
  int id() default 0;

  /** What the column says. */
  String doc();

  /** Unit of the value: {@code count}, {@code rate}, {@code seconds}; empty for ids and names. */
  String unit() default "";

  /** What a null means; empty for a column that is never null. */
  String nullMeans() default "";

  /**
   * Whether most tables have the column: it stands behind the table's own ids or strings, wherever
   * the group that declares it is.
   */
  boolean isShared() default false;
}
