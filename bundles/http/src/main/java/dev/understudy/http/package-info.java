/** What handlers and the server that hosts them agree on. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
