package dev.understudy.http.osgi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/**
 * Knows which bundles have had a handler at each mount. A bundle that is stopped may be started again; when all that had a mount are
 * uninstalled, nobody will come back to it.
 */
final class MountOwners implements BundleListener {

    private final BundleContext context;
    private final Consumer<List<String>> abandoned;
    private final Map<String, Set<Long>> owners = new HashMap<>();

    /**
     * @param abandoned gets the mounts that nobody will come back to
     */
    MountOwners(BundleContext context, Consumer<List<String>> abandoned) {
        this.context = context;
        this.abandoned = abandoned;
        context.addBundleListener(this);
    }

    /** Takes note of a bundle that has a handler at these mounts. */
    synchronized void add(List<String> mounts, long bundle) {
        mounts.forEach(
                mount -> owners.computeIfAbsent(mount, each -> new HashSet<>()).add(bundle));
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNINSTALLED) {
            List<String> left = uninstalled(event.getBundle().getBundleId());
            if (!left.isEmpty()) {
                abandoned.accept(left);
            }
        }
    }

    private synchronized List<String> uninstalled(long bundle) {
        List<String> left = new ArrayList<>();
        owners.forEach((mount, bundles) -> {
            if (bundles.remove(bundle) && bundles.isEmpty()) {
                left.add(mount);
            }
        });
        left.forEach(owners::remove);
        return left;
    }

    void close() {
        context.removeBundleListener(this);
    }
}
