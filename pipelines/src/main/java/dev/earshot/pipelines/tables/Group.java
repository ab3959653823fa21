package dev.earshot.pipelines.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record component as a group of columns. In the file they are columns like any other:
 * their names are those of the group's own components, not prefixed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Group {
  /**
   * The ids of the group's columns in this table, in the order of their declaration, three for an
   * {@link WithInterval}, none for a {@link PartitionColumn}. Empty for a group within a group,
   * whose ids stand at the outermost.
   */
  int[] ids() default {};

  /**
   * What it means that the whole group is null, which makes each of its columns null; empty for a
   * group that is never null.
   */
  String nullMeans() default "";
}
