package dev.understudy.http.osgi;

import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;

/** Runs an action when the whole framework stops, before any bundle does, so that all can still serve the last requests. */
final class FrameworkStop implements SynchronousBundleListener {

    private final BundleContext context;
    private final Runnable action;

    FrameworkStop(BundleContext context, Runnable action) {
        this.context = context;
        this.action = action;
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            action.run();
        }
    }

    void forget() {
        context.removeBundleListener(this);
    }
}
