/** JPEG by libturbojpeg as a service. */
@NullMarked
package dev.understudy.codec.turbo.osgi;

import org.jspecify.annotations.NullMarked;
