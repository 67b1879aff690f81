package dev.understudy.itest.helper;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** Does to a bundle what {@code /test/bundles/<symbolic name>/<stop, start, update or refresh>} says, and answers when done. */
public final class BundleControl extends Handler.Abstract {

    /** Where the desk is. */
    public static final String MOUNT = "/test/bundles";

    private final BundleContext context;

    BundleControl(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String[] path = request.getHttpURI().getPath().split("/");
        Bundle bundle = find(path[path.length - 2]);
        carryOut(path[path.length - 1], bundle);
        Content.Sink.write(response, true, bundle + " " + bundle.getState() + "\n", callback);
        return true;
    }

    private Bundle find(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no bundle " + name));
    }

    private void carryOut(String action, Bundle bundle) throws BundleException, InterruptedException {
        switch (action) {
            case "stop" -> bundle.stop();
            case "start" -> bundle.start();
            case "update" -> bundle.update();
            case "refresh" -> refresh(bundle);
            default -> throw new IllegalArgumentException(action);
        }
    }

    /** Has everybody who uses packages of a bundle use those of its newest state. */
    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> refreshed.countDown());
        if (!refreshed.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(bundle + " is not refreshed");
        }
    }
}
