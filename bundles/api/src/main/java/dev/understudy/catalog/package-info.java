/** Catalogs of images: the attribute and record tables, and the immutable snapshot that requests are served from. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.catalog;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
