package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands of the page on migrating, as they stand there, with another instance as the old server. */
class MigratingPageIT {

    private static final String INDENT = "    ";

    private final Setup setup = Setup.fresh("migrating-old");
    private final Path site = setup.folder().resolve("walk");
    private final int port = Setup.freePort();

    @Test
    void thePageLeadsFromTheOldServerToThisOne() throws Exception {
        giveTheOldServerItsCatalog();
        try (ProcessServer old = ProcessServer.felix(setup)) {
            for (String request : new String[] {
                "/is/image/acme/boats?wid=300",
                "/is/image/acme/boats?$listing$",
                "/is/image/acme/summer/hills?wid=200&fmt=png",
                "/is/image/acme?layer=0&src=acme/boats&size=100,100",
                "/is/content/acme/style.css"
            }) {
                assertEquals(200, old.client().get(request).status(), request);
            }
            String said = walk();
            assertAll(
                    () -> assertTrue(said.contains("3 site/catalogs/acme.tsv"), said),
                    () -> assertTrue(said.contains("Understudy-StandIn: secondary; code=source.missing"), said),
                    () -> assertTrue(said.contains("image.width=200"), said),
                    () -> assertTrue(said.contains("walked"), said));
        }
    }

    private void giveTheOldServerItsCatalog() throws IOException {
        Files.writeString(
                setup.catalogs().resolve("acme.ini"),
                "RootId=acme\nRootPath=gallery\nStaticContentRootPath=gallery\nCatalogFile=acme.tsv\nMacroFile=acme-macros.tsv\n");
        Files.writeString(
                setup.catalogs().resolve("acme.tsv"), "Id\tPath\nboats\tbridge.jpg\nsummer/hills\thills.jpg\n");
        Files.writeString(setup.catalogs().resolve("acme-macros.tsv"), "Name\tDefinition\nlisting\twid=300&hei=300\n");
    }

    /** What the page's commands say. */
    private String walk() throws Exception {
        Path originals = Files.createDirectories(site.resolve("originals"));
        Files.copy(setup.images().resolve("gallery/bridge.jpg"), originals.resolve("boats.jpg"));
        Files.writeString(site.resolve("access.log"), log());
        Path script = Files.writeString(site.resolve("walk.sh"), script());
        Path output = site.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", script.toString())
                .directory(site.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("UNDERSTUDY_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process walk = builder.start();
        if (!walk.waitFor(240, TimeUnit.SECONDS)) {
            walk.destroy();
        }
        String said = Files.readString(output);
        assertEquals(0, walk.waitFor(), said);
        return said;
    }

    /** The old server's log; a copy, since what comes back to that server is logged there, too. */
    private String log() throws IOException {
        try (Stream<Path> files = Files.list(setup.logs())) {
            Path log = files.filter(file -> file.getFileName().toString().startsWith("access-"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(log);
        }
    }

    private String script() throws IOException {
        Path page = Build.samples().resolve("../../docs/migrating.md").normalize();
        try (Stream<String> lines = Files.lines(page)) {
            String commands = lines.filter(line -> line.startsWith(INDENT))
                    .map(line -> line.substring(INDENT.length()))
                    .map(this::here)
                    .collect(Collectors.joining("\n"));
            return "trap 'kill $!; wait' EXIT\n" + commands + "\necho walked\n";
        }
    }

    /** The same command for this machine: what the page says differs from site to site, and the port. */
    private String here(String line) {
        if (line.startsWith("server=")) {
            return "server=" + Build.felix();
        }
        if (line.startsWith("old=")) {
            return "old=http://127.0.0.1:" + setup.port();
        }
        return line.replace("8080", Integer.toString(port));
    }
}
