/** The way to the secondary server while its forwarder comes and goes. */
@NullMarked
package dev.understudy.http.forward;

import org.jspecify.annotations.NullMarked;
