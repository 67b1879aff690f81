package dev.understudy.itest.helper;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Does to a bundle what {@code /test/bundles/<symbolic name>/<action>} says, and answers when done: {@code stop}, {@code start},
 * {@code update}, {@code refresh} (of those that are wired to it, too). A {@code restart} is for the bundle that carries the
 * answer: it begins after that, and {@code restarts} counts those that are over.
 */
public final class BundleControl extends Handler.Abstract {

    /** Where the endpoint is. */
    public static final String MOUNT = "/test/bundles";

    private static final int REFRESH_SECONDS = 30;

    private final BundleContext context;
    private final AtomicInteger restarts = new AtomicInteger();

    BundleControl(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String[] path = request.getHttpURI().getPath().split("/");
        Bundle bundle = find(path[path.length - 2]);
        String action = path[path.length - 1];
        if (action.equals("restarts")) {
            Content.Sink.write(response, true, restarts.toString(), callback);
            return true;
        }
        carryOut(action, bundle);
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
            case "restart" -> new Thread(() -> restart(bundle), "restart").start();
            default -> throw new IllegalArgumentException(action);
        }
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> {
                    if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                        refreshed.countDown();
                    }
                });
        if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not refreshed within " + REFRESH_SECONDS + " s: " + bundle);
        }
    }

    private void restart(Bundle bundle) {
        try {
            bundle.stop();
            bundle.start();
            restarts.incrementAndGet();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }
}
