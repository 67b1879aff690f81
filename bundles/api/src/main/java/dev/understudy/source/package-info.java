/**
 * The sources of images and static content: files by their names in the catalogs, and their states.
 *
 * <p>Storage is a plug-in: {@code SourceAccess} and {@code Source} may come from anybody, and are {@code @ConsumerType}.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.source;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
