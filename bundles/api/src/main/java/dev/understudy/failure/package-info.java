/**
 * The kinds of failures, on one page, and the ladder of stand-ins that answers them.
 *
 * <p>{@code Failure} is sealed, and {@code @ProviderType}: whoever reads failures does so by their kinds.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.failure;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
