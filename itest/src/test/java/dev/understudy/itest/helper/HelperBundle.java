package dev.understudy.itest.helper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Makes the bundle. */
public final class HelperBundle {

    private static final String PACKAGE = HelperBundle.class.getPackageName().replace('.', '/') + "/";

    private HelperBundle() {}

    /** The bundle's jar, written into a folder. */
    public static Path jar(Path folder) {
        Path jar = folder.resolve("helper.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest());
                Stream<Path> files = Files.list(classes())) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new JarEntry(PACKAGE + file.getFileName()));
                Files.copy(file, out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the compiler has put this package. */
    private static Path classes() {
        try {
            return Path.of(HelperBundle.class.getResource("HelperBundle.class").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
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
        // There is no shell in plain Felix, and in a Karaf that is starting it may come later than this.
        headers.putValue("DynamicImport-Package", "org.apache.karaf.shell.api.console");
        headers.putValue(
                "Import-Package",
                "dev.understudy.failure,dev.understudy.image,dev.understudy.source,javax.management,javax.security.auth,"
                        + "org.osgi.framework,org.osgi.framework.wiring,org.eclipse.jetty.server,org.eclipse.jetty.http,org.eclipse.jetty.io,"
                        + "org.eclipse.jetty.util,org.eclipse.jetty.util.thread,org.eclipse.jetty.util.component");
        return manifest;
    }
}
