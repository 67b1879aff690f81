/** Every way a request can fail, on one page, and the ladder of stand-ins that answers it. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.failure;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
