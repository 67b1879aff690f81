/** The server's catalogs, codecs and files, put together without OSGi. */
@NullMarked
package dev.understudy.tools.setup;

import org.jspecify.annotations.NullMarked;
