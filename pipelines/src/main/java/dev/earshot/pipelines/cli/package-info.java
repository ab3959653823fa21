/** The commands: options validated into one immutable record, messages, exit codes. */
@NullMarked
package dev.earshot.pipelines.cli;

import org.jspecify.annotations.NullMarked;
