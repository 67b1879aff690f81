package dev.understudy.itest.swap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes bundles without anything in them. */
final class PlugInFile {

    private PlugInFile() {}

    /** Writes a bundle that wants a package. */
    static void importing(String wanted, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "unresolved");
        headers.putValue("Import-Package", wanted);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
