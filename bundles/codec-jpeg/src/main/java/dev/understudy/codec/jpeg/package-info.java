/** JPEG, through the JDK's codec, without ever leaving the colors of the file. */
@NullMarked
package dev.understudy.codec.jpeg;

import org.jspecify.annotations.NullMarked;
