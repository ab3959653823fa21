/** The few Beam tools of our own. */
@NullMarked
package dev.earshot.pipelines.beam;

import org.jspecify.annotations.NullMarked;
