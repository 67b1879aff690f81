/** The tool that says of URLs whether they will be answered as they were by the server before. */
@NullMarked
package dev.understudy.tools.lint;

import org.jspecify.annotations.NullMarked;
