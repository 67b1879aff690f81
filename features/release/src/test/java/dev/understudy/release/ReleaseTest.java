package dev.understudy.release;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.release.ReleaseArchive.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.parsers.BomParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that goes out: whole, licensed, listed, dated by the build, and the same in each form. */
class ReleaseTest {

    private static final Path DIST = Path.of(System.getProperty("understudy.dist"));
    private static final Path ROOT = Path.of(System.getProperty("understudy.root"));
    private static final String NAME = "understudy-" + System.getProperty("understudy.version");
    private static final Instant DATE = Instant.parse(System.getProperty("understudy.date"));

    private static Path dist(String suffix) {
        return DIST.resolve(NAME + suffix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-felix", "-karaf", "-plug-ins", "-sources"})
    void tarballAndZipAreTheSame(String archive) {
        Map<String, Entry> tar = ReleaseArchive.of(dist(archive + ".tar.gz")).files();
        assertTrue(tar.size() > 5, () -> tar.keySet().toString());
        assertEquals(tar, ReleaseArchive.of(dist(archive + ".zip")).files());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-felix.tar.gz", "-karaf.tar.gz", "-plug-ins.tar.gz", "-sources.tar.gz", ".kar", "-tools.jar"})
    void everyFileHasTheDateOfTheBuild(String archive) {
        Map<String, Entry> others =
                new TreeMap<>(ReleaseArchive.of(dist(archive)).files());
        others.values().removeIf(entry -> entry.seconds() == DATE.getEpochSecond());
        assertEquals(Map.of(), others);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-felix.tar.gz bin/understudy bin/understudy-tools",
                "-karaf.tar.gz bin/karaf bin/understudy-tools"
            })
    void programsCanBeRun(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        Map<String, Entry> files = ReleaseArchive.of(dist(words.get(0))).files();
        for (String program : words.subList(1, words.size())) {
            assertEquals(0755, files.get(program).mode(), program);
        }
        assertEquals(0644, files.get("LICENSE").mode());
    }

    /** Needs git, and the repository: a tree from an archive of sources has neither to be held against. */
    @Test
    void sourcesAreWhatIsInTheRepository() throws Exception {
        assumeTrue(Files.exists(ROOT.resolve(".git")), "no repository");
        Process git = new ProcessBuilder("git", "ls-files", "--stage")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Integer> tracked = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .collect(toMap(
                        line -> line.substring(line.indexOf('\t') + 1),
                        line -> Integer.parseInt(line.substring(3, 6), 8),
                        (first, second) -> first,
                        TreeMap::new));
        assertEquals(0, git.waitFor());
        Map<String, Integer> archived = new TreeMap<>();
        ReleaseArchive.of(dist("-sources.tar.gz")).files().forEach((path, entry) -> archived.put(path, entry.mode()));
        assertEquals(tracked, archived);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-felix.zip ", "-karaf.zip ", "-plug-ins.zip ", ".kar META-INF/", "-tools.jar META-INF/"})
    void everyArchiveHasLicenseAndNotice(String line) {
        Set<String> files = ReleaseArchive.of(dist(line.substring(0, line.indexOf(' '))))
                .files()
                .keySet();
        String folder = line.substring(line.indexOf(' ') + 1);
        assertAll(
                () -> assertTrue(files.contains(folder + "LICENSE"), files::toString),
                () -> assertTrue(files.contains(folder + "NOTICE"), files::toString),
                () -> assertTrue(files.contains(folder + "licenses/README.md"), files::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-felix.zip", "-karaf.zip", "-plug-ins.zip", ".kar"})
    void theNoticeNamesEveryJar(String archive) throws IOException {
        String notice = Files.readString(DIST.resolve("NOTICE"));
        List<String> jars = ReleaseArchive.of(dist(archive)).jars();
        assertTrue(jars.size() > 2, jars::toString);
        assertEquals(
                List.of(),
                jars.stream()
                        .filter(jar -> !jar.startsWith("understudy-") && !jar.equals("launcher.jar"))
                        .filter(jar -> !notice.contains("  " + jar + ": "))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-felix", "-karaf", "-plug-ins"})
    void theListOfPartsHasEveryJarAndNothingElse(String archive) {
        Set<String> jars =
                new TreeSet<>(ReleaseArchive.of(dist(archive + ".zip")).jars());
        LicensePage licenses = LicensePage.read(ROOT);
        List<Component> parts = PartsList.read(dist(archive + "-sbom.json")).parts();
        Set<String> missing = new TreeSet<>(jars);
        parts.forEach(part -> missing.removeAll(PartsList.jars(part)));
        List<String> tooMany = parts.stream()
                .filter(part -> PartsList.jars(part).stream().noneMatch(jars::contains))
                .filter(part -> !licenses.isInside(part.getGroup(), part.getName()))
                .map(Component::getPurl)
                .toList();
        assertAll(
                () -> assertEquals(Set.of(), missing, "jars that are in no list"),
                () -> assertEquals(List.of(), tooMany, "parts that are neither in the archive nor in a jar of it"));
    }

    /** What every list says of a part; a sum is that of the jar in the archive, not of one that Maven had. */
    @ParameterizedTest
    @ValueSource(strings = {"-felix", "-karaf", "-plug-ins"})
    void partsHaveLicensesAndTheSumsOfTheirJars(String archive) {
        Map<String, String> sums = new TreeMap<>();
        ShippedJar.of(dist(archive + ".zip")).forEach(jar -> sums.put(jar.name(), jar.sum("SHA-512")));
        List<String> wrong = new ArrayList<>();
        for (Component part : PartsList.read(dist(archive + "-sbom.json")).parts()) {
            Set<String> said = part.getHashes().stream()
                    .filter(hash -> hash.getAlgorithm().equals("SHA-512"))
                    .map(Hash::getValue)
                    .collect(toCollection(TreeSet::new));
            boolean other = PartsList.jars(part).stream()
                    .anyMatch(jar -> sums.containsKey(jar) && !said.contains(sums.get(jar)));
            if (other || part.getLicenses() == null) {
                wrong.add(part.getPurl());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-felix-sbom", "-karaf-sbom", "-plug-ins-sbom"})
    void theListOfPartsIsAsItsSchemaWants(String list) throws Exception {
        for (String form : List.of(".json", ".xml")) {
            byte[] bytes = Files.readAllBytes(dist(list + form));
            assertEquals(List.of(), BomParserFactory.createParser(bytes).validate(bytes, PartsList.VERSION));
            assertTrue(PartsList.read(dist(list + form)).parts().size() > 3);
            assertEquals(DATE, PartsList.read(dist(list + form)).date());
        }
    }

    @Test
    void theSumsFit() throws Exception {
        Set<String> files;
        try (Stream<Path> all = Files.list(DIST)) {
            files = all.map(file -> file.getFileName().toString()).collect(toCollection(TreeSet::new));
        }
        for (String file : files) {
            if (!file.endsWith(".sha512")) {
                byte[] sum = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(DIST.resolve(file)));
                assertEquals(
                        HexFormat.of().formatHex(sum) + " *" + file,
                        Files.readString(DIST.resolve(file + ".sha512")).strip());
            }
        }
    }
}
