package dev.understudy.itest.helper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes the bundle. */
public final class HelperBundle {

    private static final List<Class<?>> CONTENT = List.of(HelperActivator.class, BundleDesk.class);

    private HelperBundle() {}

    /** The bundle's jar, written into a folder. */
    public static Path jar(Path folder) {
        Path jar = folder.resolve("helper.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            for (Class<?> type : CONTENT) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream in = HelperBundle.class.getResourceAsStream("/" + name)) {
                    in.transferTo(out);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "dev.understudy.itest.helper");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Activator", HelperActivator.class.getName());
        headers.putValue(
                "Import-Package",
                "org.osgi.framework,org.eclipse.jetty.server,org.eclipse.jetty.http,org.eclipse.jetty.io,"
                        + "org.eclipse.jetty.util,org.eclipse.jetty.util.thread,org.eclipse.jetty.util.component");
        return manifest;
    }
}
