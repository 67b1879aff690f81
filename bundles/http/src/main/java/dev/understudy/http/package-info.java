/**
 * The contract between handlers and the server that hosts them.
 *
 * <p>The host has a Jetty server of its own. While an {@code org.eclipse.jetty.server.Server} is registered as a service, the host
 * serves in that one instead, and returns to its own when the service goes: as a member of the server's first collection of handlers that takes
 * more while it runs (in a context at {@code /} if that is a collection of contexts), or else as the server's handler or
 * default handler, for which the server must be dynamic. Connectors, limits and what is allowed in URIs are then that server's.
 *
 * <p>Handlers are plug-ins: a {@code ServingHandler} may be anybody's and is {@code @ConsumerType}. {@code Forwarding} and
 * {@code HttpHost} are the host's, and {@code Forwarder} is the redirect bundle's: these are {@code @ProviderType}.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
