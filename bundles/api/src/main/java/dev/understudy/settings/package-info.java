/** Tables of settings, the one reader of configurations, and the state that comes of reading. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
