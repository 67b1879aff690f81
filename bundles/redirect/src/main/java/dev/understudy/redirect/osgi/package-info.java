/** The forwarder as a service. */
@NullMarked
package dev.understudy.redirect.osgi;

import org.jspecify.annotations.NullMarked;
