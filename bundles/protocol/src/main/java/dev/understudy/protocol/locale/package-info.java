/** Languages: which records and which strings of catalogs a request in a locale is served from. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.protocol.locale;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
