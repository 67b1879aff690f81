package dev.understudy.itest.helper;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Notes the class loaders of all bundles ({@code note}), and answers which of those noted are still in memory though no bundle has them any
 * more ({@code left}): a line for each, with the bundle's name.
 */
public final class LoaderControl extends Handler.Abstract {

    /** Where the endpoint is. */
    public static final String MOUNT = "/test/loaders";

    private final BundleContext context;
    private final List<NotedLoader> noted = new ArrayList<>();

    private record NotedLoader(String bundle, WeakReference<ClassLoader> loader) {}

    LoaderControl(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String answer = switch (ControlEndpoint.lastElement(request)) {
            case "note" -> note();
            case "left" -> left();
            default -> throw new IllegalArgumentException(request.getHttpURI().getPath());
        };
        Content.Sink.write(response, true, answer, callback);
        return true;
    }

    private synchronized String note() {
        wirings()
                .filter(wiring -> noted.stream().noneMatch(each -> each.loader().refersTo(wiring.getClassLoader())))
                .forEach(wiring -> noted.add(new NotedLoader(
                        wiring.getBundle().getSymbolicName(), new WeakReference<>(wiring.getClassLoader()))));
        return noted.size() + "\n";
    }

    private synchronized String left() throws Exception {
        forgetRecords();
        ClassHistogram.taken();
        return noted.stream()
                .filter(each -> !each.loader().refersTo(null) && !isUsed(each.loader()))
                .map(each -> each.bundle() + "\n")
                .collect(Collectors.joining());
    }

    /** Java keeps the record whose methods were linked last, be its bundle there or not; now that is this one. */
    private static void forgetRecords() {
        record Linked(Object first, Object second) {}
        if (!new Linked("", "").equals(new Linked("", ""))) {
            throw new IllegalStateException();
        }
    }

    private boolean isUsed(WeakReference<ClassLoader> loader) {
        return wirings().anyMatch(wiring -> loader.refersTo(wiring.getClassLoader()));
    }

    private Stream<BundleWiring> wirings() {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(Objects::nonNull)
                .filter(wiring -> wiring.getClassLoader() != null);
    }
}
