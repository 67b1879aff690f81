package dev.understudy.http.osgi;

import dev.understudy.http.DetailAccess;
import org.eclipse.jetty.server.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Offers the rule of the host to its handlers. A component of its own, since the host waits for handlers, and those that wait for a service
 * of the host itself would never be mounted.
 */
@Component(service = {DetailAccess.class, DetailAccessComponent.class})
public final class DetailAccessComponent implements DetailAccess {

    private static final DetailAccess NOBODY = request -> false;

    private volatile DetailAccess rule = NOBODY;

    @Activate
    public DetailAccessComponent() {}

    /** Goes by the rule of a host from now on. */
    void use(DetailAccess ofHost) {
        rule = ofHost;
    }

    /** Lets nobody know more from now on, since there is no host. */
    void unset() {
        rule = NOBODY;
    }

    @Override
    public boolean allows(Request request) {
        return rule.allows(request);
    }
}
