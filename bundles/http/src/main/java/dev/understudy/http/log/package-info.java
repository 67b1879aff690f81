/** The access log: its pattern, its variables, its daily files. */
@NullMarked
package dev.understudy.http.log;

import org.jspecify.annotations.NullMarked;
