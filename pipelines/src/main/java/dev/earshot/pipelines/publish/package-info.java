/** Staging, reconciliation, publication and manifest. */
@NullMarked
package dev.earshot.pipelines.publish;

import org.jspecify.annotations.NullMarked;
