/** Authenticity of accounts, from what a profile shows. */
@NullMarked
package dev.earshot.models.accounts;

import org.jspecify.annotations.NullMarked;
