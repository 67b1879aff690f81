/**
 * The record of one request for the log and the metrics, and the state of the server for its operators.
 *
 * <p>The services are the house's own: {@code @ProviderType}, so that they may tell more with a minor version.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.observe;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
