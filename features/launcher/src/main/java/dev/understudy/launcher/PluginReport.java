package dev.understudy.launcher;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/** Says on the console which bundles come from the plug-in folder, and which go. */
final class PluginReport implements BundleListener {

    private static final String FILE = "file:";

    private final Path folder;
    private final PrintStream console;

    /**
     * A report on the bundles of a folder.
     *
     * @param folder the plug-in folder, absolute
     */
    PluginReport(Path folder, PrintStream console) {
        this.folder = folder;
        this.console = console;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (!bundle.getLocation().startsWith(FILE)) {
            return;
        }
        Path jar = Path.of(URI.create(bundle.getLocation()));
        if (jar.startsWith(folder)) {
            switch (event.getType()) {
                case BundleEvent.STARTED -> say(bundle, jar, "started");
                case BundleEvent.UPDATED -> say(bundle, jar, "updated");
                case BundleEvent.UNINSTALLED -> say(bundle, jar, "removed");
                default -> {}
            }
        }
    }

    private void say(Bundle bundle, Path jar, String what) {
        console.println("plug-in " + bundle.getSymbolicName() + " " + bundle.getVersion() + " " + what + " ("
                + jar.getFileName() + ")");
    }
}
