/** Where the JPEG codec meets the framework. */
@NullMarked
package dev.understudy.codec.jpeg.osgi;

import org.jspecify.annotations.NullMarked;
