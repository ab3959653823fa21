/** What listening gives and measures take, without the text of a post. */
@NullMarked
package dev.earshot.pipelines.facts;

import org.jspecify.annotations.NullMarked;
