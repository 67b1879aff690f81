package dev.understudy.itest.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.NodeModules;
import dev.understudy.itest.container.ToolPath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A zoom viewer, OpenSeadragon over tiles and over IIIF, and a small spin viewer over {@code req=set}, in a headless browser. */
class ViewersIT {

    @RegisterExtension
    static final Container FELIX = Container.felix();

    private static final Logger LOG = LoggerFactory.getLogger(ViewersIT.class);
    private static final String PLAYWRIGHT = "playwright-core@1.65.1";
    private static final String OPEN_SEADRAGON = "openseadragon@6.1.1";

    private static final Pattern TILE = Pattern.compile("scl=([\\d.]+)&req=tile&rect=(\\d+),(\\d+),(\\d+),(\\d+)");

    private static Path folder;
    private static String browser;

    @BeforeAll
    static void prepare() throws IOException {
        browser = ToolPath.orSkip(ToolPath.find("chromium"), "ViewersIT", "there is no chromium on the PATH")
                .toString();
        folder = ToolPath.orSkip(
                NodeModules.install(
                        Build.scratch().resolve("viewers"), "/clients/viewers.mjs", PLAYWRIGHT, OPEN_SEADRAGON),
                "ViewersIT",
                "npm has not installed " + PLAYWRIGHT + " and " + OPEN_SEADRAGON);
        NodeModules.copy("/clients/zoom.html", folder);
        NodeModules.copy("/clients/iiif.html", folder);
        NodeModules.copy("/clients/spin.html", folder);
        SiteCatalog.create(FELIX.server());
    }

    @Test
    void aZoomViewerShowsTheWholeAndThenEachPixel() throws Exception {
        List<String> facts = view("zoom", "site/seed");
        assertEquals(List.of(), values(facts, "error"));
        assertTrue(number(facts, "tiles-of-whole") >= 4, facts::toString);
        assertTrue(number(facts, "tiles") >= number(facts, "tiles-of-whole") + 8, facts::toString);
        assertNear(30, "zoom-whole.png", "/is/image/site/seed?wid=800&fmt=png");
        assertEquals(List.of("800 450 800 450"), values(facts, "close"));
        assertNear(38, "zoom-close.png", "/is/image/site/seed?scl=1&rect=800,450,800,450&fmt=png");
    }

    /** Beyond the scaled image there is background, and a quarter of 1125 rows is rounded down. */
    @Test
    void noTileReachesBeyondTheScaledImage() throws Exception {
        List<String> facts = view("zoom", "gallery/bridge");
        assertEquals(List.of(), values(facts, "error"));
        List<Matcher> tiles = values(facts, "tile").stream().map(TILE::matcher).toList();
        assertTrue(tiles.stream().anyMatch(tile -> tile.find() && tile.group(1).equals("4")), facts::toString);
        for (Matcher tile : tiles) {
            assertTrue(tile.reset().find(), facts::toString);
            String scaled = FELIX.client()
                    .get("/is/image/gallery/bridge?req=props&scl=" + tile.group(1))
                    .text();
            assertTrue(end(tile, 2) <= property(scaled, "image.width"), tile.group());
            assertTrue(end(tile, 3) <= property(scaled, "image.height"), tile.group());
        }
    }

    private static int end(Matcher tile, int start) {
        return Integer.parseInt(tile.group(start)) + Integer.parseInt(tile.group(start + 2));
    }

    private static int property(String properties, String name) {
        String line = properties
                .lines()
                .filter(each -> each.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(line.substring(name.length() + 1));
    }

    @Test
    void aZoomViewerThatSpeaksIiifDoesSo() throws Exception {
        List<String> facts = view("iiif", "site%2Fseed");
        assertEquals(List.of(), values(facts, "error"));
        assertTrue(number(facts, "tiles") > number(facts, "tiles-of-whole"), facts::toString);
        assertNear(30, "iiif-whole.png", "/is/image/site/seed?wid=800&fmt=png");
        assertEquals(List.of("800 450 800 450"), values(facts, "close"));
        assertNear(32, "iiif-close.png", "/is/image/site/seed?scl=1&rect=800,450,800,450&fmt=png");
    }

    @Test
    void aSpinViewerShowsTheFrameToWhichItIsDragged() throws Exception {
        List<String> facts = view("spin", "site/turn");
        assertEquals(List.of(), values(facts, "error"));
        assertEquals(12, number(facts, "frames"));
        assertEquals(3, number(facts, "shown"));
        assertNear(36, "spin-first.png", "/is/image/site/turn-00?wid=300&fmt=png");
        assertNear(36, "spin-turned.png", "/is/image/site/turn-03?wid=300&fmt=png");
    }

    private static List<String> view(String viewer, String viewed) throws Exception {
        String server = "http://127.0.0.1:" + FELIX.server().setup().port();
        Path output = folder.resolve(viewer + ".txt");
        Process node = new ProcessBuilder("node", "viewers.mjs", browser, viewer, server, viewed)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(node.waitFor(240, TimeUnit.SECONDS), "the browser ends");
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, node.exitValue(), said);
        return said.lines().toList();
    }

    private static List<String> values(List<String> facts, String name) {
        return facts.stream()
                .filter(fact -> fact.startsWith(name + "\t"))
                .map(fact -> fact.substring(name.length() + 1))
                .toList();
    }

    private static int number(List<String> facts, String name) {
        return Integer.parseInt(values(facts, name).get(0));
    }

    private static void assertNear(double decibels, String screenshot, String request) throws IOException {
        BufferedImage shown = ImageIO.read(folder.resolve(screenshot).toFile());
        BufferedImage whole = FELIX.client().get(request).image();
        assertEquals(whole.getWidth(), shown.getWidth(), screenshot);
        assertEquals(whole.getHeight(), shown.getHeight(), screenshot);
        double apart = psnr(shown, whole);
        LOG.info("{} is {} dB from {}", screenshot, apart, request);
        assertTrue(apart >= decibels, screenshot + " is " + apart + " dB from " + request);
    }

    private static double psnr(BufferedImage one, BufferedImage other) {
        long squares = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    int apart = (a >> shift & 0xff) - (b >> shift & 0xff);
                    squares += (long) apart * apart;
                }
            }
        }
        double mean = squares / (3.0 * one.getWidth() * one.getHeight());
        return 10 * Math.log10(255.0 * 255.0 / mean);
    }
}
