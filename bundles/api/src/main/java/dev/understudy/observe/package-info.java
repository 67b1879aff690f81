/** What the log and the metrics are told about one request. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.observe;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
