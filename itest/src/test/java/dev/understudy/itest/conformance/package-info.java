/** The protocol over HTTP: tables of requests with what the reference says their answers are. */
@NullMarked
package dev.understudy.itest.conformance;

import org.jspecify.annotations.NullMarked;
