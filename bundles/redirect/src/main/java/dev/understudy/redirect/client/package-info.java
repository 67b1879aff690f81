/** Jetty's HTTP client, set up for one secondary server, and the translation of its errors into failures. */
@NullMarked
package dev.understudy.redirect.client;

import org.jspecify.annotations.NullMarked;
