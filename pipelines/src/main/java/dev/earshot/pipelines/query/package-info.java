/** Published tables as an analyst asks for them: views in an engine that can do nothing else. */
@NullMarked
package dev.earshot.pipelines.query;

import org.jspecify.annotations.NullMarked;
