/** JPEG without ever leaving the colors of the file: read through the JDK's codec, written by our own. */
@NullMarked
package dev.understudy.codec.jpeg;

import org.jspecify.annotations.NullMarked;
