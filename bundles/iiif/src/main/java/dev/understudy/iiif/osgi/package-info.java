/** The IIIF Image API as a service. */
@NullMarked
package dev.understudy.iiif.osgi;

import org.jspecify.annotations.NullMarked;
