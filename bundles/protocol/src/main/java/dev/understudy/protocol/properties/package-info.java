/** Property data as requests ask for it: how values and whole replies are written, and user data. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.protocol.properties;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
