/** The tool that makes pyramid TIFF of images. */
@NullMarked
package dev.understudy.tools.convert;

import org.jspecify.annotations.NullMarked;
