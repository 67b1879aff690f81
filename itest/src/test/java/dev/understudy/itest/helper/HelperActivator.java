package dev.understudy.itest.helper;

import java.util.Hashtable;
import org.eclipse.jetty.server.Handler;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers the desks as any handler is registered: by naming the mount where they want to be. */
public final class HelperActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        mount(context, BundleControl.MOUNT, new BundleControl(context));
        mount(context, DecoderControl.MOUNT, new DecoderControl(context));
        mount(context, ProcessControl.MOUNT, new ProcessControl());
        mount(context, LoaderControl.MOUNT, new LoaderControl(context));
        mount(context, ShellControl.MOUNT, new ShellControl(context));
    }

    private static void mount(BundleContext context, String mount, Handler desk) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("mount", mount);
        context.registerService(Handler.class, desk, properties);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the services back.
    }
}
