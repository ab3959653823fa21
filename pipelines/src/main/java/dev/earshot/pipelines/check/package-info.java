/** Whether published tables hold what their declarations say, and agree with one another. */
@NullMarked
package dev.earshot.pipelines.check;

import org.jspecify.annotations.NullMarked;
