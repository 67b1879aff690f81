package dev.understudy.itest.house;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What class files do not show. */
class SourcesTest {

    private static final Pattern INCLUDED = Pattern.compile("<include>([^<]+)</include>");

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

    /** The archive of sources has no modes but those that its description gives, which names programs one by one. */
    @Test
    void everyProgramIsOneInTheArchiveOfSources() throws IOException {
        String description = Files.readString(Bundles.root().resolve("features/release/src/main/assembly/sources.xml"));
        Set<String> named = INCLUDED.matcher(description)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.contains("*"))
                .collect(toCollection(TreeSet::new));
        Set<String> programs = Sources.programs().stream().map(Path::toString).collect(toCollection(TreeSet::new));
        assertTrue(programs.contains(".ci/run"), programs::toString);
        assertEquals(programs, named);
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
