/** Preprocessing rules: what they make of a request, and of the catalogs that serve it. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.protocol.rule;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
