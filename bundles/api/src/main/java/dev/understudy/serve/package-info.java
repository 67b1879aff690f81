/** What a request asks and what it is answered with: calls, answers, and the service between them. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.serve;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
