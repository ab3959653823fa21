/** Steps that make facts of accounts' profiles. */
@NullMarked
package dev.earshot.pipelines.listen.profiles;

import org.jspecify.annotations.NullMarked;
