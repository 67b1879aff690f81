/** A bundle that the tests bring along: it stops, starts and updates other bundles when told to over HTTP. */
@NullMarked
package dev.understudy.itest.helper;

import org.jspecify.annotations.NullMarked;
