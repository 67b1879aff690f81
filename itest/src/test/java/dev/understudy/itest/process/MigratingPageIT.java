package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.container.ToolPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands of the page on migrating, as they stand there, with another instance as the old server. */
class MigratingPageIT {

    private static final String INDENT = "    ";

    /** What the page makes of the requests and of what the old server tells. */
    private static final String RECORDS = """
            Id\tPath\tImageSet\tUserData
            boats\tboats.jpg\t\tlabel=Boats??sku=1
            summer/hills\tsummer_hills.jpg\t\t
            sumé hills\tsum___hills.jpg\t\t
            sun\tsun.jpg\t\t
            views\tviews.jpg\tboats,summer/hills\t
            """;

    private static final List<String> REQUESTS = List.of(
            "/is/image/acme/boats?wid=300",
            "/is/image/acme/boats?$listing$",
            "/is/image/acme/summer/hills?wid=200&fmt=png",
            "/is/image/acme/sum%C3%A9%20hills?wid=100",
            "/is/image/acme?layer=0&src=is(acme/sun?wid=300)&size=100,100",
            "/is/image/acme/views?req=set,json",
            "/is/content/acme/style.css");

    private final Setup setup = Setup.brief("migrating-old");
    private final Path site = setup.folder().resolve("walk");
    private final int port = Setup.freePort();

    @Test
    void thePageLeadsFromTheOldServerToThisOne() throws Exception {
        for (String program : List.of("sh", "curl", "perl", "awk", "gzip")) {
            ToolPath.orSkip(ToolPath.find(program), "MigratingPageIT", "there is no " + program + " on the PATH");
        }
        giveTheOldServerItsCatalog();
        try (ProcessServer old = ProcessServer.felix(setup)) {
            for (String request : REQUESTS) {
                assertEquals(200, old.client().get(request).status(), request);
            }
            String said = walk();
            assertAll(
                    () -> assertTrue(said.contains("6 site/catalogs/acme.tsv"), said),
                    () -> assertTrue(said.contains("Understudy-StandIn: secondary; code=source.missing"), said),
                    () -> assertTrue(said.contains("image.width=200"), said),
                    () -> assertTrue(said.contains("secondary; code=static.missing"), said),
                    () -> assertTrue(said.contains("walked"), said),
                    () -> assertEquals(RECORDS, Files.readString(site.resolve("site/catalogs/acme.tsv"))));
        }
    }

    private void giveTheOldServerItsCatalog() throws IOException {
        Files.writeString(setup.catalogs().resolve("acme.ini"), """
                RootId=acme
                RootPath=gallery
                StaticContentRootPath=gallery
                CatalogFile=acme.tsv
                MacroFile=acme-macros.tsv
                Encoding=UTF-8
                """);
        Files.writeString(setup.catalogs().resolve("acme.tsv"), """
                Id\tPath\tImageSet\tUserData
                boats\tbridge.jpg\t\tlabel=Boats??sku=1
                summer/hills\thills.jpg
                sumé hills\thills.jpg
                sun\tdandelion.jpg
                views\tbridge.jpg\tboats,summer/hills
                """);
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

    /** The old server's log, once the last request is in it; a copy, since what comes back to that server is logged there, too. */
    private String log() throws Exception {
        Path log;
        try (Stream<Path> files = Files.list(setup.logs())) {
            log = files.filter(file -> file.getFileName().toString().startsWith("access-"))
                    .findFirst()
                    .orElseThrow();
        }
        for (int i = 0; i < 200 && !Files.readString(log).contains(REQUESTS.get(REQUESTS.size() - 1)); i++) {
            Thread.sleep(50);
        }
        return Files.readString(log);
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
