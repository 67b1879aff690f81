/** The watch for clients that leave while their requests are at a secondary server. */
@NullMarked
package dev.understudy.redirect.watch;

import org.jspecify.annotations.NullMarked;
