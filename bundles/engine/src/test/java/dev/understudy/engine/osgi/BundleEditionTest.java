package dev.understudy.engine.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** What another build drew is not served: the edition is part of the keys of kept images. */
class BundleEditionTest {

    @TempDir
    private Path folder;

    @Test
    void theSameBytesAreTheSameEdition() throws IOException {
        assertEquals(edition("1.0.0", "a", "bytes"), edition("1.0.0", "a", "bytes"));
    }

    @Test
    void otherBytesNamesAndVersionsAreOthers() throws IOException {
        String edition = edition("1.0.0", "a", "bytes");
        assertNotEquals(edition, edition("1.0.0", "a", "others"));
        assertNotEquals(edition, edition("1.0.0", "b", "bytes"));
        assertNotEquals(edition, edition("1.0.1", "a", "bytes"));
        assertNotEquals(edition, edition("1.0.0.SNAPSHOT", "a", "bytes"));
    }

    @Test
    void ofABundleThatCannotBeReadNothingIsTakenForItsOwn() throws IOException {
        Path gone = folder.resolve("gone");
        assertNotEquals(edition("1.0.0", gone), edition("1.0.0", gone));
    }

    private String edition(String version, String name, String content) throws IOException {
        return edition(version, Files.writeString(folder.resolve(name), content));
    }

    private static String edition(String version, Path file) {
        return edition(version, file, () -> 1);
    }

    @Test
    void filesOfAnUpdateAreNotTakenForThoseBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("updated"), "of the update");
        AtomicLong time = new AtomicLong();
        assertNotEquals(edition("1.0.0", file), edition("1.0.0", file, time::incrementAndGet));
    }

    private static String edition(String version, Path file, LongSupplier modified) {
        return BundleEdition.of((Bundle) Proxy.newProxyInstance(
                        Bundle.class.getClassLoader(),
                        new Class<?>[] {Bundle.class},
                        (bundle, method, arguments) -> switch (method.getName()) {
                            case "getSymbolicName" -> "codec";
                            case "getVersion" -> new Version(version);
                            case "getLastModified" -> modified.getAsLong();
                            case "findEntries" -> Collections.enumeration(List.of(url(file)));
                            default -> throw new AssertionError(method);
                        }))
                .text();
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
