/** The container of AVIF: boxes of the ISO base media file format, items and their properties. */
@NullMarked
package dev.understudy.codec.avif.box;

import org.jspecify.annotations.NullMarked;
