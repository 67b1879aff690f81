/** Which requests failed lately. */
@NullMarked
package dev.understudy.http.failures;

import org.jspecify.annotations.NullMarked;
