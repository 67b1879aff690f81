/** Reads the text files that catalogs are made of: attribute files, tab-delimited data files, their encoding and stamps. */
@NullMarked
package dev.understudy.catalog.file;

import org.jspecify.annotations.NullMarked;
