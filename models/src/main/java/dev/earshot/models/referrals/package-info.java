/** Where a visit came from: medium, source and the evidence for both. */
@NullMarked
package dev.earshot.models.referrals;

import org.jspecify.annotations.NullMarked;
