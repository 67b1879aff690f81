package dev.understudy.itest.helper;

import java.util.Hashtable;
import org.eclipse.jetty.server.Handler;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers the desk as any handler is registered: by naming the mount where it wants to be. */
public final class HelperActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("mount", BundleDesk.MOUNT);
        context.registerService(Handler.class, new BundleDesk(context), properties);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
