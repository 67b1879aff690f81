/** Benchmarks: run by hand with the profile bench, never with the tests. */
@NullMarked
package dev.understudy.itest.bench;

import org.jspecify.annotations.NullMarked;
