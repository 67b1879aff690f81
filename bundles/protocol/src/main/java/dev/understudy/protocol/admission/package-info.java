/** The admission of requests, and the objects that they may use: address filters, locks, obfuscation, and direct access. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.protocol.admission;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
