/** Faults that clients ask for, to see what becomes of them. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.protocol.fault;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
