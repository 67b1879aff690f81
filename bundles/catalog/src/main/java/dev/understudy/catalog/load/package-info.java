/** Turns attribute files, data files and configurations into the contents of catalogs. */
@NullMarked
package dev.understudy.catalog.load;

import org.jspecify.annotations.NullMarked;
