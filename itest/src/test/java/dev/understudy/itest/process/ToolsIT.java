package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The script of the tools for the command line, in both assemblies: its exit codes and what it prints. */
class ToolsIT {

    @TempDir
    private Path folder;

    static Stream<Named<Path>> assemblies() {
        return Stream.of(Named.of("karaf", Build.assembly()), Named.of("felix", Build.felix()));
    }

    private record Ended(int exit, String output) {}

    private static Ended run(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bin/understudy-tools"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("JAVA_OPTS");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static void assertEnds(int exit, String said, Ended ended) {
        assertEquals(exit, ended.exit(), ended.output());
        assertTrue(ended.output().contains(said), ended.output());
    }

    @ParameterizedTest
    @MethodSource("assemblies")
    void eachToolSaysHowItIsUsed(Path home) throws Exception {
        assertEnds(2, "Name a tool: lint, validate, convert, playlog", run(home));
        Ended help = run(home, "--help");
        assertAll(
                () -> assertEnds(0, "convert", help),
                () -> assertEnds(0, "--catalogs", run(home, "lint", "--help")),
                () -> assertEnds(0, "-readPixels", run(home, "validate", "--help")),
                () -> assertEnds(0, "--compression", run(home, "convert", "--help")),
                () -> assertEnds(0, "--dry-run", run(home, "playlog", "--help")));
    }

    @ParameterizedTest
    @MethodSource("assemblies")
    void imagesAreValidatedAndConverted(Path home) throws Exception {
        String images = home.resolve("samples/images").toString();
        String photo = images + "/gallery/mountains.jpg";
        String pyramid = folder.resolve("mountains.tif").toString();
        assertEnds(0, "", run(home, "validate", "-any", "-readPixels", photo, images + "/gallery/brook.webp"));
        assertEnds(1, "broken.jpg", run(home, "validate", "-jpeg", "-readPixels", images + "/gallery/broken.jpg"));
        assertEnds(2, "-jpeg", run(home, "validate", photo));
        assertEnds(0, "1 converted", run(home, "convert", photo, pyramid));
        assertEnds(0, "1 there already", run(home, "convert", photo, pyramid));
        assertEnds(0, "tiff, 1600 x 1200", run(home, "validate", "-ptif", "-readPixels", "-verbose", pyramid));
        assertEnds(
                1,
                "broken.jpg",
                run(home, "convert", images + "/gallery", folder.resolve("all").toString()));
        assertEnds(2, "not offered", run(home, "convert", "-usm", "1", "2", "3", "0", photo, pyramid));
    }

    @ParameterizedTest
    @MethodSource("assemblies")
    void urlsAreCheckedAndPlayed(Path home) throws Exception {
        String catalogs = home.resolve("samples/catalogs").toString();
        String good = urls("/is/image/shop/brushes?wid=400");
        assertEnds(0, "1 requests", run(home, "lint", "--catalogs", catalogs, good));
        assertEnds(
                0,
                "http://127.0.0.1:1/is/image/shop/brushes",
                run(home, "playlog", "-p", "http://127.0.0.1:1", "--dry-run", good));
        assertEnds(1, "", run(home, "playlog", "-p", "http://127.0.0.1:1", good));
        String bad = urls("/is/image/shop/brushes?wid=x");
        assertEnds(1, "parameter.invalid", run(home, "lint", "--catalogs", catalogs, bad));
        assertEnds(2, "there is no folder", run(home, "lint", "--catalogs", "nosuch", good));
    }

    private String urls(String line) throws IOException {
        return Files.writeString(folder.resolve("urls.txt"), line + "\n").toString();
    }
}
