package dev.understudy.itest.house;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What class files do not show. */
class SourcesTest {

    static Set<String> bundles() {
        return Bundles.names();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyPackageSaysWhatLivesInIt(String bundle) throws IOException {
        Set<Path> packages;
        Set<Path> described;
        try (Stream<Path> files = Files.walk(Bundles.sources(bundle))) {
            packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .collect(toCollection(TreeSet::new));
        }
        described = packages.stream().filter(SourcesTest::isDescribed).collect(toCollection(TreeSet::new));
        assertEquals(packages, described, "packages with a package-info.java that has Javadoc and @NullMarked");
    }

    private static boolean isDescribed(Path folder) {
        try {
            String text = Files.readString(folder.resolve("package-info.java"));
            return text.startsWith("/**") && text.contains("@NullMarked");
        } catch (IOException e) {
            return false;
        }
    }
}
