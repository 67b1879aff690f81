/** Where the bytes of images and static content come from. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.source;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
