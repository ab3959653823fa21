package dev.earshot.pipelines.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the component that names the row's folder, {@code <name>=<value>}. It is not repeated in
 * the file, unless the folder holds a month. An {@code int} is days since the epoch and becomes
 * {@code YYYY-MM-DD}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PartitionColumn {
  /** What the partition means. */
  String doc();

  /**
   * Not 0 for a table of few rows a day, whose folder holds a month, {@code month=2026-03}: the id
   * of the column in which its files have the day.
   */
  int idInMonths() default 0;
}
