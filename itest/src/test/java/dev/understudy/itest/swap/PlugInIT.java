package dev.understudy.itest.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.BundleControl;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The sample plug-in comes and goes with its file in the plug-in folder of plain Felix, under load. */
class PlugInIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String JAR = "sample.jar";
    private static final String NAME = "plug-in com.example.understudy.plug-in 1.0.0 ";
    private static final String AS_PPM = "/is/image/shop/brushes?wid=40&defaultImage=&fmt=ppm";
    private static final String UNKNOWN = "/is/image/shop/nothing-of-this-name?defaultImage=";
    private static final String PPM_SOURCE = "/is/image/shop/ramp.ppm?fmt=png&defaultImage=";

    private static final List<String> TARGETS = List.of(
            "/is/image/gallery/bridge?wid=300",
            "/is/image/gallery/mountains?$thumb$",
            "/is/image/shop/lamp?wid=100&fmt=png",
            "/is/image/shop/brushes?wid=90&fmt=tif",
            "/is/image/shop/no-such-product?wid=150",
            "/is/content/shop/size-guide");

    private static final AtomicInteger SETUPS = new AtomicInteger();

    /** On a machine with much else to do an update takes its time. */
    private final Setup setup = Setup.brief("plug-in-" + SETUPS.incrementAndGet())
            .withHelper()
            .with("UNDERSTUDY_SHELL", "true")
            .setting("dev.understudy.http", "swap.grace", "10000");

    private final Path plugins = setup.folder().resolve("plugins");

    @Test
    void aPlugInComesAndGoesAndNoOtherRequestNoticesIt() throws Exception {
        Files.createDirectories(plugins);
        Path ppm = Build.plugIn()
                .resolve("../../src/test/resources/images/rgb.ppm")
                .normalize();
        Files.copy(ppm, setup.images().resolve("shop/ramp.ppm"));
        try (ProcessServer server = ProcessServer.felix(setup.with("UNDERSTUDY_PLUGINS", plugins.toString()));
                Load load = Load.start(server.client(), TARGETS, 100)) {
            load.awaitEnough();
            assertAbsent(server.client());
            install();
            server.awaitOutput(NAME + "started (" + JAR + ")");
            assertPresent(server.client());
            tell(server.client(), "dev.understudy.codec-imageio", "update");
            tell(server.client(), "com.example.understudy.plug-in", "update");
            assertPresent(server.client());
            Files.delete(plugins.resolve(JAR));
            server.awaitOutput(NAME + "removed (" + JAR + ")");
            assertAbsent(server.client());
            load.stopAndCompare();
            assertEquals(List.of(), load.faults());

            server.type("understudy:catalogs");
            assertTrue(server.awaitOutput("gallery  ").contains("shop"), server.output());
            server.type("exit 0");
            assertEquals(0, server.awaitExit(), "the shell ends the server as SIGTERM does");
        }
    }

    @Test
    void aPlugInThatCannotStartIsNamed() throws Exception {
        Files.createDirectories(plugins);
        PlugInFile.importing("no.such.thing", plugins.resolve("unresolved.jar"));
        try (ProcessServer server = ProcessServer.felix(setup.with("UNDERSTUDY_PLUGINS", plugins.toString()))) {
            String output = server.awaitOutput("no.such.thing");
            assertTrue(output.contains("unresolved.jar"), output);
        }
    }

    private void install() throws IOException {
        Path half = plugins.resolve(JAR + ".part");
        Files.copy(Build.plugIn(), half);
        Files.move(half, plugins.resolve(JAR), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void tell(Client client, String bundle, String action) {
        Response response = client.get(BundleControl.MOUNT + "/" + bundle + "/" + action);
        assertEquals(200, response.status(), response::toString);
    }

    private static void assertAbsent(Client client) {
        Response ppm = client.get(AS_PPM);
        assertEquals("text; code=parameter.invalid", ppm.header("Understudy-StandIn"));
        assertTrue(
                ppm.text()
                        .contains("'ppm' is not a valid value for fmt; allowed: one of eps, gif, gif-alpha, jpeg, pdf,"
                                + " pjpeg, png,"),
                ppm.text());
        assertEquals("text; code=source.corrupt", client.get(PPM_SOURCE).header("Understudy-StandIn"));
        assertTrue(client.get(UNKNOWN).type().startsWith("text/plain"));
        assertEquals(404, client.get("/hello").status());
    }

    private static void assertPresent(Client client) {
        Response ppm = client.get(AS_PPM);
        assertEquals("image/x-portable-pixmap", ppm.type(), ppm::toString);
        assertSame(client.get(AS_PPM.replace("ppm", "png")).image(), ppm.body());
        BufferedImage ramp = client.get(PPM_SOURCE).image();
        assertEquals(61, ramp.getWidth());
        assertEquals(255 * 30 / 60 << 16 | 255 * 20 / 46 << 8 | 255 * 50 / 106, ramp.getRGB(30, 20) & 0xffffff);
        Response unknown = client.get(UNKNOWN);
        assertTrue(unknown.type().startsWith("text/html"), unknown::toString);
        assertEquals("text; code=object.unknown", unknown.header("Understudy-StandIn"));
        assertTrue(client.get(UNKNOWN + "&req=props,xml").type().startsWith("text/xml"));
        assertTrue(client.get(AS_PPM.replace("ppm", "bmp")).text().contains(", ppm, tif"));
        assertEquals("Hello from a plug-in.\n", client.get("/hello/there").text());
    }

    private static void assertSame(BufferedImage expected, byte[] ppm) {
        byte[] head = ("P6\n" + expected.getWidth() + " " + expected.getHeight() + "\n255\n")
                .getBytes(StandardCharsets.US_ASCII);
        assertEquals(head.length + 3 * expected.getWidth() * expected.getHeight(), ppm.length);
        for (int i = 0, at = head.length; at < ppm.length; i++, at += 3) {
            int rgb = (ppm[at] & 0xff) << 16 | (ppm[at + 1] & 0xff) << 8 | ppm[at + 2] & 0xff;
            assertEquals(
                    expected.getRGB(i % expected.getWidth(), i / expected.getWidth()) & 0xffffff, rgb, "pixel " + i);
        }
    }
}
