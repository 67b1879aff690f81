/** The conditions that requests state about what clients know already. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.http.condition;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
