/** Requests of the IIIF Image API: their parts, and what these come to for an image. */
@NullMarked
package dev.understudy.iiif.request;

import org.jspecify.annotations.NullMarked;
