/** The exchange of one forwarded request: an attempt for each secondary server until one answers. */
@NullMarked
package dev.understudy.redirect.exchange;

import org.jspecify.annotations.NullMarked;
