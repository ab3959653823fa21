/**
 * Records that the rest of Earshot speaks in: posts, messages, brands, understandings, rejections.
 */
@NullMarked
package dev.earshot.models.domain;

import org.jspecify.annotations.NullMarked;
