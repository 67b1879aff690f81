package dev.understudy.itest.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.NodeModules;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.ToolPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page at {@code /}, used in a headless browser: by keyboard, on a phone, in the dark, and as a stranger. */
class PageIT {

    @RegisterExtension
    static final Container FELIX = Container.felix();

    private static final String PLAYWRIGHT = "playwright-core@1.65.1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Path folder;
    private static List<String> facts;

    /** The tests look at what one visit has found out, and at its screenshots. */
    @BeforeAll
    static void visit() throws Exception {
        String browser = ToolPath.orSkip(ToolPath.find("chromium"), "PageIT", "there is no chromium on the PATH")
                .toString();
        folder = ToolPath.orSkip(
                NodeModules.install(Build.scratch().resolve("page"), "/clients/page.mjs", PLAYWRIGHT),
                "PageIT",
                "npm has not installed " + PLAYWRIGHT);
        String server = "http://127.0.0.1:" + FELIX.server().setup().port();
        Path output = folder.resolve("page.txt");
        Process node = new ProcessBuilder("node", "page.mjs", browser, server)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(node.waitFor(240, TimeUnit.SECONDS), "the browser ends");
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, node.exitValue(), said);
        facts = said.lines().toList();
    }

    private static List<String> values(String name) {
        return facts.stream()
                .filter(fact -> fact.startsWith(name + "\t"))
                .map(fact -> fact.substring(name.length() + 1))
                .toList();
    }

    private static String value(String name) {
        List<String> values = values(name);
        assertEquals(1, values.size(), name + ": " + facts);
        return values.get(0);
    }

    @Test
    void nothingGoesWrongAndNothingElseIsAsked() {
        assertEquals(List.of(), values("error"));
    }

    /** Contrast of texts, names of controls, alternatives of images, width of the screen: in each state that is looked at. */
    @Test
    void everybodyCanReadAndReachEverything() {
        assertEquals(List.of(), values("problem"));
        assertEquals("0", value("small-targets"));
    }

    @Test
    void aRequestIsMadeByKeyboardAlone() {
        assertEquals("/is/image/gallery/bridge?wid=800", value("start"));
        assertEquals("800 × 450", value("pixels"));
        assertTrue(Integer.parseInt(value("explained")) >= 2, facts::toString);
        assertEquals("has it now", value("kept"));
        assertEquals("Skip to the request", value("first-focus"));
        assertEquals("true", value("tabs-to-sample"));
        assertEquals("/is/image/gallery/dandelion?wid=800", value("picked"));
        assertEquals("true", value("tabs-to-add"));
        assertEquals("op_brightness, as a slider", value("after-add"));
        assertEquals("/is/image/gallery/dandelion?wid=800&op_brightness=40", value("brightened"));
        assertEquals("number range number", value("controls"));
        assertTrue(value("add-unknown").contains("no command"), facts::toString);
    }

    @Test
    void twoRequestsAreCompared() {
        assertEquals("split", value("after-hold"));
        assertEquals("40%", value("split"));
        assertEquals("2", value("columns"));
        assertTrue(value("sizes").matches(".* KB \\| .* KB \\(-\\d+ %\\)"), value("sizes"));
        assertEquals("1", value("released"));
    }

    @Test
    void onlyRequestsToThisServerAreAsked() {
        assertEquals(5, values("refused").size());
        assertTrue(value("stand-in").contains("default image"), value("stand-in"));
        assertTrue(value("stand-in").contains("source.missing"), value("stand-in"));
        assertFalse(value("text-answer").isBlank());
        assertEquals("0", value("markup"));
        assertTrue(value("unknown").contains("unknown"), facts::toString);
        assertTrue(value("content").contains("200"), value("content"));
    }

    @Test
    void theHealthIsShown() {
        assertEquals("tab-health", value("tab"));
        Set<String> cards = new TreeSet<>(Arrays.asList(value("cards").split(", ")));
        assertTrue(
                cards.containsAll(Set.of(
                        "Tenants with problems",
                        "Failures by code",
                        "Secondary servers",
                        "Load",
                        "Response cache",
                        "Quarantine",
                        "Mounts")),
                cards::toString);
        assertTrue(
                value("codes").matches(".*object\\.unknown in each of the last 24 hours: .*, [1-9]\\d*.*"),
                value("codes"));
    }

    @Test
    void itIsDarkInTheDark() {
        assertEquals("rgb(22, 20, 18)", value("dark"));
        assertTrue(value("phone").contains("op_contrast="), value("phone"));
    }

    @Test
    void strangersSeeNoCatalogs() {
        assertEquals("true", value("stranger"));
        assertEquals("300 × 169", value("stranger-image"));
        assertTrue(value("stranger-explained").contains("alone"), value("stranger-explained"));
        assertTrue(value("stranger-health").contains("This server"), value("stranger-health"));
    }

    /** What a server of this kind has at its root without the page stays. */
    @Test
    void thePageIsSwitchedOffAndOnWhileTheServerServes() throws IOException {
        Path settings = FELIX.server().etc().resolve("dev.understudy.web.cfg");
        String before = Files.readString(settings);
        Files.writeString(settings, before.replace("page = true", "page = false"));
        FELIX.client().await("/", PATIENCE, response -> !hasPage(response));
        FELIX.client().await("/understudy/commands.json", PATIENCE, response -> response.status() == 404);
        FELIX.client().await("/understudy/page.mjs", PATIENCE, response -> response.status() == 404);
        assertEquals(200, FELIX.client().get("/").status());
        assertEquals(200, FELIX.client().get("/is/image/gallery/bridge?wid=40").status());
        Files.writeString(settings, before);
        FELIX.client().await("/", PATIENCE, PageIT::hasPage);
        FELIX.client().await("/understudy/commands.json", PATIENCE, response -> response.status() == 200);
    }

    private static boolean hasPage(Response response) {
        return response.status() == 200 && response.text().contains("/understudy/page.mjs");
    }
}
