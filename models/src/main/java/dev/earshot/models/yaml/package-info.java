/** YAML files that people write: read node by node, every mistake reported with line and key. */
@NullMarked
package dev.earshot.models.yaml;

import org.jspecify.annotations.NullMarked;
