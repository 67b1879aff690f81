package dev.understudy.itest.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.NodeModules;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.ToolPath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Addresses that the client library unpic makes for the protocol, asked of a server. */
class UnpicIT {

    @RegisterExtension
    static final Container FELIX = Container.felix();

    private static final String UNPIC = "unpic@4.2.2";

    private static Path folder;

    /**
     * An address that is made, and what comes by it.
     *
     * @param verb what the library does: generate, transform, or detect what server it is and transform
     * @param target path and query of the address that is given
     * @param operations as JSON
     * @param size of the image that comes
     * @param type its media type, after the slash
     */
    private record Case(String verb, String target, String operations, String size, String type) {}

    private static final List<Case> CASES = List.of(
            new Case("generate", "/is/image/site/seed", "{\"width\":300,\"height\":200}", "300x200", "jpeg"),
            new Case("generate", "/is/image/site/seed", "{\"width\":300,\"fit\":\"constrain,1\"}", "300x169", "jpeg"),
            new Case(
                    "generate",
                    "/is/image/site/seed",
                    "{\"width\":320,\"height\":320,\"format\":\"png\",\"quality\":80}",
                    "320x320",
                    "png"),
            new Case("generate", "/is/image/site/seed", "{\"height\":90,\"format\":\"webp\"}", "160x90", "webp"),
            new Case(
                    "generate",
                    "/is/image/site/seed",
                    "{\"width\":100,\"dpr\":\"on,2\",\"crop\":\"0,0,800,800\",\"op_usm\":\"1,1,6,0\"}",
                    "200x200",
                    "jpeg"),
            new Case(
                    "transform",
                    "/is/image/site/seed?wid=2000&hei=1000&fmt=webp&qlt=70",
                    "{\"width\":300,\"height\":200}",
                    "300x200",
                    "webp"),
            new Case("transform", "/is/image/site/seed?$medium$&qlt=60", "{\"width\":100}", "100x56", "jpeg"),
            new Case("transform", "/is/image/site/seed?$medium$", "{}", "480x270", "jpeg"),
            new Case("transform", "/is/image/site/dogs:Small?fmt=png-alpha", "{\"width\":100}", "100x100", "png"),
            new Case(
                    "transform",
                    "/is/image/site?layer=0&src=is%7Bsite%2Fseed%3Fwid%3D160%26hei%3D90%7D&qlt=70",
                    "{\"width\":80,\"format\":\"png\"}",
                    "80x45",
                    "png"),
            new Case("detect", "/is/image/site/seed?wid=400", "{\"width\":120,\"height\":80}", "120x80", "jpeg"),
            new Case("detect", "/is/image/site/dogs", "{\"width\":99.6}", "100x150", "jpeg"));

    @BeforeAll
    static void prepare() throws IOException {
        folder = ToolPath.orSkip(
                NodeModules.install(Build.scratch().resolve("unpic"), "/clients/unpic.mjs", UNPIC),
                "UnpicIT",
                "npm has not installed " + UNPIC);
        SiteCatalog.create(FELIX.server());
    }

    @Test
    void imagesComeByTheAddressesThatItMakes() throws Exception {
        List<String> made = ask(CASES.stream()
                .map(each -> each.verb() + "\t" + server() + each.target() + "\t" + each.operations())
                .toList());
        for (int i = 0; i < CASES.size(); i++) {
            Case each = CASES.get(i);
            URI address = URI.create(made.get(i));
            assertTrue(made.get(i).startsWith(server()), made.get(i));
            Response response = FELIX.client().get(address.getRawPath() + "?" + address.getRawQuery());
            assertEquals(200, response.status(), response::toString);
            assertEquals("", response.header("Understudy-StandIn"), response::toString);
            assertEquals("image/" + each.type(), response.type(), response::toString);
            BufferedImage image = response.image();
            assertEquals(each.size(), image.getWidth() + "x" + image.getHeight(), made.get(i));
        }
    }

    @Test
    void anAddressThatItMakesIsReadBackAsItWas() throws Exception {
        String made = ask(List.of("generate\t" + server() + "/is/image/site/seed\t{\"width\":300,\"quality\":80}"))
                .get(0);
        assertEquals(
                List.of("scene7 " + server() + "/is/image/site/seed fit=crop,0 quality=80 width=300"),
                ask(List.of("parse\t" + made)));
    }

    private static String server() {
        return "http://127.0.0.1:" + FELIX.server().setup().port();
    }

    private static List<String> ask(List<String> lines) throws Exception {
        Path input = Files.write(folder.resolve("input.txt"), lines);
        Path output = folder.resolve("output.txt");
        Process node = new ProcessBuilder("node", "unpic.mjs")
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(node.waitFor(60, TimeUnit.SECONDS), "the library answers");
        List<String> said = Files.readAllLines(output);
        assertEquals(lines.size(), said.size(), said::toString);
        return said;
    }
}
