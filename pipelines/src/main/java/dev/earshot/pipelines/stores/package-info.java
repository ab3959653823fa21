/** Object stores beside Beam's file systems: what a publication without renames needs of them. */
@NullMarked
package dev.earshot.pipelines.stores;

import org.jspecify.annotations.NullMarked;
