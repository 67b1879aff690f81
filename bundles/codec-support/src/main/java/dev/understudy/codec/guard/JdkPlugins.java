package dev.understudy.codec.guard;

import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The JDK's own ImageIO plug-ins. They are picked by where they come from, since other plug-ins for the same formats may be
 * registered by anyone in the same virtual machine and behave otherwise.
 */
public final class JdkPlugins {

    private JdkPlugins() {}

    /** The JDK's reader of a format such as {@code jpeg}. */
    public static ImageReaderSpi reader(String format) {
        return find(ImageReaderSpi.class, format);
    }

    /** The JDK's writer of a format such as {@code jpeg}. */
    public static ImageWriterSpi writer(String format) {
        return find(ImageWriterSpi.class, format);
    }

    private static <T extends ImageReaderWriterSpi> T find(Class<T> category, String format) {
        Iterator<T> plugins = IIORegistry.getDefaultInstance().getServiceProviders(category, false);
        while (plugins.hasNext()) {
            T plugin = plugins.next();
            if (plugin.getClass().getModule() == category.getModule()
                    && Arrays.asList(plugin.getFormatNames()).contains(format)) {
                return plugin;
            }
        }
        throw new IllegalStateException("This JDK has no " + category.getSimpleName() + " for " + format);
    }
}
