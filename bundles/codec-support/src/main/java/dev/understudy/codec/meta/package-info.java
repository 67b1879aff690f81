/** Metadata that several formats share: TIFF directories, and the EXIF data that is one of them. */
@NullMarked
package dev.understudy.codec.meta;

import org.jspecify.annotations.NullMarked;
