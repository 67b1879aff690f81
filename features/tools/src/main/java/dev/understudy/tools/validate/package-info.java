/** The tool that says of image files whether the server can read them. */
@NullMarked
package dev.understudy.tools.validate;

import org.jspecify.annotations.NullMarked;
