package dev.earshot.pipelines.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a record as an output table. Schema, writer and documentation derive from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {
  /** The table's name: plural, snake_case. */
  String name();

  /** What a row is and what the table answers. */
  String doc();

  /** The columns that identify a row; rows are sorted by them, in this order. */
  String[] key();

  /** The option of {@code run} without whose input the table has no rows; empty for posts. */
  String needs() default "";

  /** The id of the next column that is added: one more than the highest that was ever in use. */
  int nextId();

  /** Ids of columns that are gone; no other column ever has them. */
  int[] retired() default {};

  /**
   * True where what texts say decides whether there are rows at all: a corrected text may take a
   * day's last away while its mentions stay.
   */
  boolean followsTexts() default false;

  /** True for a table with rows about single persons: not for everyone who reads measures. */
  boolean isRestricted() default false;
}
