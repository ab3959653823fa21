/** Google Cloud Storage. */
@NullMarked
package dev.earshot.pipelines.stores.gcs;

import org.jspecify.annotations.NullMarked;
