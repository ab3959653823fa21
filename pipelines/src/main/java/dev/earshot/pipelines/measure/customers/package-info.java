/** Customers of a brand by month: who buys again, who is still there. */
@NullMarked
package dev.earshot.pipelines.measure.customers;

import org.jspecify.annotations.NullMarked;
