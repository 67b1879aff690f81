/** Replies as HTTP: headers, conditions, ranges, bodies. */
@NullMarked
package dev.understudy.http.reply;

import org.jspecify.annotations.NullMarked;
