/** Fields of headers that are encoded beforehand. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.http.field;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
