package dev.understudy.itest.house;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each jar tells an OSGi framework. Without this, a build that lost the headers would pass. */
class ManifestTest {

    /** The ones that other bundles compile against and that register nothing. */
    private static final Set<String> LIBRARIES = Set.of("api", "protocol", "codec-support");

    private static final Map<String, Set<String>> EXPORTS = Map.ofEntries(
            entry(
                    "api",
                    packages("serve", "catalog", "image", "source", "failure", "observe", "settings", "settings.osgi")),
            entry(
                    "protocol",
                    packages(
                            "protocol.syntax",
                            "protocol.admission",
                            "protocol.command",
                            "protocol.fault",
                            "protocol.locale",
                            "protocol.properties",
                            "protocol.rule")),
            entry("http", packages("http", "http.condition", "http.field")),
            entry("image", Set.of()),
            entry("content", Set.of()),
            entry("engine", Set.of()),
            entry("catalog", Set.of()),
            entry("source", Set.of()),
            entry("source-s3", Set.of()),
            entry("codec-support", Set.of()),
            entry("codec-jpeg", Set.of()),
            entry("codec-imageio", Set.of()),
            entry("codec-svg", Set.of()),
            entry("codec-avif", Set.of()),
            entry("codec-turbo", Set.of()),
            entry("cache", Set.of()),
            entry("cache-cluster", Set.of()),
            entry("iiif", Set.of()),
            entry("levels", Set.of()),
            entry("errors", Set.of()),
            entry("redirect", Set.of()),
            entry("metrics", Set.of()),
            entry("shell", Set.of()),
            entry("web", Set.of()));

    static Stream<String> bundles() {
        return EXPORTS.keySet().stream().sorted();
    }

    static Stream<String> bundlesWithComponents() {
        return bundles().filter(bundle -> !LIBRARIES.contains(bundle));
    }

    private static Set<String> packages(String... names) {
        return Set.copyOf(Arrays.stream(names).map("dev.understudy."::concat).toList());
    }

    @Test
    void everyBundleIsOnTheList() {
        assertEquals(EXPORTS.keySet(), Bundles.names());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nameAndVersion(String bundle) throws IOException {
        Attributes manifest = manifest(bundle);
        assertAll(
                () -> assertEquals("dev.understudy." + bundle, manifest.getValue("Bundle-SymbolicName")),
                () -> assertEquals("2", manifest.getValue("Bundle-ManifestVersion")),
                () -> assertTrue(manifest.getValue("Bundle-Version").matches("\\d+\\.\\d+\\.\\d+(\\..+)?")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void exportsWhatThePlanSays(String bundle) throws IOException {
        List<Clause> exports = Clause.parse(manifest(bundle).getValue("Export-Package"));
        assertEquals(EXPORTS.get(bundle), Clause.names(exports));
        for (Clause export : exports) {
            assertTrue(export.parameters().contains("version="), export + " has no version");
        }
    }

    /** Hazelcast, inside {@code cache-cluster}, does not start without Java's {@code sun.misc}. */
    @ParameterizedTest
    @MethodSource("bundles")
    void importsOnlyWhatIsThereAtRunTime(String bundle) throws IOException {
        List<Clause> imports = Clause.parse(manifest(bundle).getValue("Import-Package"));
        for (Clause clause : imports) {
            assertFalse(clause.name().startsWith("org.jspecify"), clause.name());
            assertFalse(clause.name().startsWith("java."), clause.name());
            boolean wanted = bundle.equals("cache-cluster") && clause.name().equals("sun.misc");
            assertFalse(clause.name().startsWith("sun.") && !wanted, clause.name());
        }
    }

    @ParameterizedTest
    @MethodSource("bundlesWithComponents")
    void describesItsComponents(String bundle) throws IOException {
        String components = manifest(bundle).getValue("Service-Component");
        try (JarFile jar = new JarFile(Bundles.jar(bundle).toFile())) {
            assertFalse(components == null || components.isBlank(), "no Service-Component in " + bundle);
            for (String component : components.split(",")) {
                assertTrue(jar.getEntry(component.strip()) != null, component + " is not in the jar");
            }
        }
    }

    @Test
    void librariesBringNoComponents() throws IOException {
        for (String bundle : LIBRARIES) {
            assertEquals(null, manifest(bundle).getValue("Service-Component"), bundle);
        }
    }

    private static Attributes manifest(String bundle) throws IOException {
        try (JarFile jar = new JarFile(Bundles.jar(bundle).toFile())) {
            return jar.getManifest().getMainAttributes();
        }
    }
}
