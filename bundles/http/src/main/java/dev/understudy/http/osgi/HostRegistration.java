package dev.understudy.http.osgi;

import dev.understudy.http.HttpHost;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Registers the host as a service; not by Declarative Services, because the port is known only once the server listens. */
final class HostRegistration implements Consumer<@Nullable HttpHost> {

    private final BundleContext context;
    private @Nullable ServiceRegistration<HttpHost> registration;

    HostRegistration(BundleContext context) {
        this.context = context;
    }

    @Override
    public void accept(@Nullable HttpHost host) {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
        if (host != null) {
            registration = context.registerService(
                    HttpHost.class,
                    host,
                    FrameworkUtil.asDictionary(
                            Map.of("host", host.host(), "port", host.port(), "tlsPort", host.tlsPort())));
        }
    }
}
