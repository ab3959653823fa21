/** Days on which more people complain of a brand than is usual. */
@NullMarked
package dev.earshot.pipelines.measure.alerts;

import org.jspecify.annotations.NullMarked;
