/** From files to records: ranges, sources, and the ledger of what was read and rejected. */
@NullMarked
package dev.earshot.pipelines.listen.read;

import org.jspecify.annotations.NullMarked;
