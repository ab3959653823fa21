/** S3, and the stores that speak as it does. */
@NullMarked
package dev.earshot.pipelines.stores.s3;

import org.jspecify.annotations.NullMarked;
