/** Answers of the IIIF Image API, made by the image service. */
@NullMarked
package dev.understudy.iiif.serve;

import org.jspecify.annotations.NullMarked;
