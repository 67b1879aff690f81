package dev.understudy.launcher;

import java.lang.management.ManagementFactory;
import java.text.DateFormatSymbols;
import java.util.Locale;
import javax.imageio.spi.IIORegistry;

/** Parts of Java that bundles ask for while they start, and that take long the first time. */
final class JavaParts {

    private JavaParts() {}

    /** Has another processor set them up while this one installs bundles. Whoever asks meanwhile waits for the rest only. */
    static void setUp() {
        Thread thread = new Thread(JavaParts::ask, "understudy-java");
        thread.setDaemon(true);
        thread.start();
    }

    private static void ask() {
        // Jetty's queues, the secondaries and the metrics ask for it.
        ManagementFactory.getPlatformMBeanServer();
        IIORegistry.getDefaultInstance();
        // Whatever looks up a resource bundle or writes a date asks for names of months first.
        DateFormatSymbols.getInstance(Locale.ROOT);
    }
}
