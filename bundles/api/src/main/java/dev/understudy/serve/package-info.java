/**
 * Calls, the answers that they get, and the services between them.
 *
 * <p>{@code ReplyCache} and {@code ErrorRenderer} are plug-ins, and {@code @ConsumerType}: other caches and other texts of errors may
 * come from anybody. {@code ImageService} is the engine's, and {@code Answer} and {@code Body} are sealed: the handlers use them, and nobody
 * else implements them; so they are {@code @ProviderType}, and may get a method with a minor version.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.serve;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
