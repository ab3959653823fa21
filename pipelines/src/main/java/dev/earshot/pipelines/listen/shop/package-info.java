/** Orders and identities, resolved to customers. */
@NullMarked
package dev.earshot.pipelines.listen.shop;

import org.jspecify.annotations.NullMarked;
