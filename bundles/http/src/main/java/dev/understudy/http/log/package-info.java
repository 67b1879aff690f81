/** The access log, with its pattern, variables and daily files. */
@NullMarked
package dev.understudy.http.log;

import org.jspecify.annotations.NullMarked;
