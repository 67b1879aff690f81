/** Settings of the IIIF Image API. */
@NullMarked
package dev.understudy.iiif.settings;

import org.jspecify.annotations.NullMarked;
