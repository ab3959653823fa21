package dev.earshot.pipelines.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record as a group of columns that tables share. Its components are declared as a
 * table's are, but without ids: a table numbers them where it uses the group, in {@link Group}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Columns {}
