/** Images in memory, and the codecs that read and write them. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.image;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
