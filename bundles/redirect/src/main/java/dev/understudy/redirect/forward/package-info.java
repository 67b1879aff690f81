/** The forwarder of failed requests to the secondary servers, by settings that may change. */
@NullMarked
package dev.understudy.redirect.forward;

import org.jspecify.annotations.NullMarked;
