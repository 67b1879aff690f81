/** Settings between Config Admin, the components that use them, and the service registry. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.settings.osgi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
