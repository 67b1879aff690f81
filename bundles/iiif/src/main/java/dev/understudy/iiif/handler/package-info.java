/** The IIIF Image API over HTTP. */
@NullMarked
package dev.understudy.iiif.handler;

import org.jspecify.annotations.NullMarked;
