/** The syntax of requests: percent-encoding, the parts of a query, nested requests, and the names of objects. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.protocol.syntax;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
