/** Servers to test: in Karaf and in Felix through Pax Exam, and as processes of their own. */
@NullMarked
package dev.understudy.itest.container;

import org.jspecify.annotations.NullMarked;
