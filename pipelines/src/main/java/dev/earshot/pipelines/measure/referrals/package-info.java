/** Visits and purchases that posts led to. */
@NullMarked
package dev.earshot.pipelines.measure.referrals;

import org.jspecify.annotations.NullMarked;
