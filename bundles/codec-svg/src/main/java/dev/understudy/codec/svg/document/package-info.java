/** The elements of a file, and how they are read. */
@NullMarked
package dev.understudy.codec.svg.document;

import org.jspecify.annotations.NullMarked;
