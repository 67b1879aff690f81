package dev.understudy.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.main.AutoProcessor;
import org.apache.felix.main.Main;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/**
 * Starts Felix as its own main class does, from the same properties. What differs is the end: a process that stops because it
 * was asked to ends with exit code 0. Left alone, the virtual machine would stop everything in order as well, and then say 143,
 * which service managers take for a failure.
 */
public final class Launcher {

    private static final long FOR_EVER = 0;

    /** The property that says where the plug-in folder is. */
    private static final String PLUGINS = "understudy.plugins";

    private Launcher() {}

    /** Ends the process once the framework has stopped. */
    public static void main(String[] arguments) throws InterruptedException {
        JavaParts.setUp();
        Map<String, String> configuration = configuration();
        Framework framework = new FrameworkFactory().newFramework(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "understudy-shutdown"));
        AtomicBoolean asked = new AtomicBoolean();
        Signals.onRequestToEnd(() -> {
            asked.set(true);
            new Thread(() -> stop(framework), "understudy-stop").start();
        });
        try {
            framework.init();
            reportPlugins(framework);
            AutoProcessor.process(configuration, framework.getBundleContext());
            framework.start();
        } catch (BundleException | RuntimeException e) {
            // It does not start either when it is stopped meanwhile.
            if (!asked.get()) {
                System.err.println("understudy: Felix does not start: " + e);
                System.exit(1);
            }
        }
        if (asked.get()) {
            // A framework that was stopped before it had started has begun anew.
            stop(framework);
        }
        framework.waitForStop(FOR_EVER);
        System.exit(0);
    }

    private static void reportPlugins(Framework framework) {
        String folder = System.getProperty(PLUGINS);
        if (folder != null) {
            framework
                    .getBundleContext()
                    .addBundleListener(new PluginReport(Path.of(folder).toAbsolutePath(), System.out));
        }
    }

    private static Map<String, String> configuration() {
        Main.loadSystemProperties();
        Map<String, String> configuration = new HashMap<>();
        Map<String, String> written = Main.loadConfigProperties();
        if (written != null) {
            configuration.putAll(written);
        }
        Main.copySystemProperties(configuration);
        return configuration;
    }

    /** Returns when the framework has stopped, which it may have already. */
    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(FOR_EVER);
        } catch (BundleException e) {
            System.err.println("understudy: Felix does not stop: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
