/** The settings of the HTTP server. */
@NullMarked
package dev.understudy.http.settings;

import org.jspecify.annotations.NullMarked;
