package dev.understudy.engine.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** Tells a bundle from every other one by its content: two builds of a snapshot have the same version. */
final class BundleEdition {

    private BundleEdition() {}

    /** The name and version of a bundle, and a digest of its files. The same bundle has the same edition after a restart. */
    static String of(Bundle bundle) {
        return bundle.getSymbolicName() + "_" + bundle.getVersion() + "_" + digest(bundle);
    }

    private static String digest(Bundle bundle) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (URL file : files(bundle)) {
                digest.update((file.getPath() + "\n").getBytes(StandardCharsets.UTF_8));
                try (InputStream in = file.openStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle " + bundle + " cannot be read", e);
        }
    }

    private static List<URL> files(Bundle bundle) {
        Enumeration<URL> entries = bundle.findEntries("/", "*", true);
        return entries == null
                ? List.of()
                : Stream.iterate(entries, Enumeration::hasMoreElements, each -> each)
                        .map(Enumeration::nextElement)
                        .filter(entry -> !entry.getPath().endsWith("/"))
                        .sorted(Comparator.comparing(URL::getPath))
                        .toList();
    }
}
