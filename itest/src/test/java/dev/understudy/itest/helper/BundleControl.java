package dev.understudy.itest.helper;

import java.util.Arrays;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Does to a bundle what {@code /test/bundles/<symbolic name>/<stop, start or update>} says, and answers when done. */
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

    private static void carryOut(String action, Bundle bundle) throws BundleException {
        switch (action) {
            case "stop" -> bundle.stop();
            case "start" -> bundle.start();
            case "update" -> bundle.update();
            default -> throw new IllegalArgumentException(action);
        }
    }
}
