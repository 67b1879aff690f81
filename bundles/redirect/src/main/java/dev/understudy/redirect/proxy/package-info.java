/** The forward of a failed request to the secondary server, and of its answer to the client. */
@NullMarked
package dev.understudy.redirect.proxy;

import org.jspecify.annotations.NullMarked;
