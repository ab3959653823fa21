package dev.earshot.pipelines.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the component that names the row's folder, {@code <name>=<value>}. It is not repeated in
 * the file. An {@code int} is days since the epoch and becomes {@code YYYY-MM-DD}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PartitionColumn {
  /** What the partition means. */
  String doc();
}
