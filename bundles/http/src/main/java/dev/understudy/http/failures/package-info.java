/** The failures of the last day. */
@NullMarked
package dev.understudy.http.failures;

import org.jspecify.annotations.NullMarked;
