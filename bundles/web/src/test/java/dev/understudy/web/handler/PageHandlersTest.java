package dev.understudy.web.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.Support;
import dev.understudy.failure.Failure;
import dev.understudy.http.Forwarding;
import dev.understudy.serve.Call;
import dev.understudy.serve.CommandList;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import dev.understudy.web.page.PageFiles;
import dev.understudy.web.settings.WebSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page and what it asks for, over HTTP without sockets. */
class PageHandlersTest {

    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);
    private final List<Call> calls = new ArrayList<>();
    private final TestCatalogs catalogs = new TestCatalogs();
    private boolean insider = true;

    private static final class NoForwarding implements Forwarding {
        @Override
        public Forwardable accepts(Request request) {
            return Forwardable.YES;
        }

        @Override
        public void forward(
                Request request, Response response, Callback callback, Forward forward, Consumer<Failure> unanswered) {
            throw new AssertionError("nothing is forwarded");
        }
    }

    private record FixedCatalogs(Catalogs catalogs) implements CatalogService {
        @Override
        public List<CatalogProblem> problems() {
            return List.of();
        }
    }

    private static final class OneCommand implements CommandList {
        @Override
        public List<CommandEntry> commands() {
            return List.of(new CommandEntry(
                    "crop",
                    List.of(new CommandSpelling("crop", "x,y <px>"), new CommandSpelling("cropN", "numbers")),
                    Support.PARTIAL,
                    "source",
                    "layer zero",
                    "the whole image",
                    List.of("of effects"),
                    "A note."));
        }

        @Override
        public List<RequestTypeEntry> requestTypes() {
            return List.of(new RequestTypeEntry("set", Support.FULL, List.of("xml", "json"), ""));
        }

        @Override
        public List<String> formats() {
            return List.of("jpeg", "png");
        }
    }

    private HttpTester.Response get(Handler handler, String target, String... headers) throws Exception {
        return send(handler, "GET", target, headers);
    }

    private HttpTester.Response send(Handler handler, String method, String target, String... headers)
            throws Exception {
        if (server.getHandler() != handler) {
            server.stop();
            server.setHandler(handler);
            server.setConnectors(new LocalConnector[] {connector});
            server.start();
        }
        String text = method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
        return HttpTester.parseResponse(connector.getResponse(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private static Handler page(boolean on) {
        return PageHandler.strict(new NoForwarding(), new PageFiles(), new WebSettings(on));
    }

    private ObjectsHandler objects() {
        return new ObjectsHandler(
                new WebSettings(true), new NoForwarding(), request -> insider, new FixedCatalogs(catalogs));
    }

    private ExplainHandler explain() {
        return new ExplainHandler(
                new WebSettings(true),
                new NoForwarding(),
                request -> insider,
                call -> {
                    calls.add(call);
                    return Reply.of("application/json", new byte[] {'{', '}'});
                },
                new FixedCatalogs(catalogs));
    }

    @Test
    void thePageIsAtTheRootAndAtTheMountOfItsFiles() throws Exception {
        Handler page = page(true);
        HttpTester.Response root = get(page, "/");
        assertEquals(200, root.getStatus());
        assertEquals("text/html;charset=utf-8", root.get("Content-Type"));
        assertEquals(root.getContent(), get(page, "/understudy").getContent());
        assertEquals(root.getContent(), get(page, "/understudy/").getContent());
        assertEquals(
                "text/javascript;charset=utf-8",
                get(page, "/understudy/page.mjs").get("Content-Type"));
        assertEquals("text/css;charset=utf-8", get(page, "/understudy/page.css").get("Content-Type"));
        assertEquals(404, get(page, "/understudy/PageFiles.class").getStatus());
        assertEquals(404, get(page, "/understudy/page/../page.mjs").getStatus());
    }

    @Test
    void browsersAreToldToLoadNothingElse() throws Exception {
        for (String target : List.of("/", "/understudy/page.mjs", "/understudy/none")) {
            HttpTester.Response response = get(page(true), target);
            String policy = response.get("Content-Security-Policy");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), policy);
            assertEquals("no-referrer", response.get("Referrer-Policy"));
            assertNull(response.get("Access-Control-Allow-Origin"));
        }
    }

    @Test
    void aFileThatIsStillTheSameIsNotSentAgain() throws Exception {
        Handler page = page(true);
        HttpTester.Response first = get(page, "/understudy/page.css");
        assertEquals("max-age=0", first.get("Cache-Control"));
        HttpTester.Response again = get(page, "/understudy/page.css", "If-None-Match: " + first.get("ETag"));
        assertEquals(304, again.getStatus());
        assertEquals(first.get("ETag"), again.get("ETag"));
        assertEquals(405, send(page, "POST", "/understudy/page.css").getStatus());
    }

    @Test
    void aPageThatIsOffIsNotFound() throws Exception {
        assertEquals(404, get(page(false), "/understudy/page.mjs").getStatus());
        assertEquals(
                404,
                get(
                                new CommandsHandler(new WebSettings(false), new NoForwarding(), new OneCommand()),
                                "/understudy/commands.json")
                        .getStatus());
    }

    @Test
    void theTableOfCommandsIsThatOfTheEngine() throws Exception {
        Handler commands = new CommandsHandler(new WebSettings(true), new NoForwarding(), new OneCommand());
        HttpTester.Response response = get(commands, "/understudy/commands.json");
        assertEquals("application/json", response.get("Content-Type"));
        String json = response.getContent();
        assertTrue(
                json.startsWith(
                        "{\"commands\":[{\"name\":\"crop\",\"names\":[{\"name\":\"crop\",\"value\":\"x,y \\u003cpx>\"},{\"name\":\"cropN\""),
                json);
        assertTrue(
                json.endsWith(
                        "\"works\":\"partly\",\"of\":\"source\",\"composite\":\"layer zero\",\"fallback\":"
                                + "\"the whole image\",\"traits\":[\"of effects\"],\"note\":\"A note.\"}],\"requestTypes\":[{\"type\":"
                                + "\"set\",\"works\":\"yes\",\"forms\":[\"xml\",\"json\"],\"note\":\"\"}],\"formats\":[\"jpeg\",\"png\"]}"),
                json);
        assertEquals(404, get(commands, "/understudy/commands.json/x").getStatus());
    }

    @Test
    void catalogsAreForThoseWhoMaySeeTheDetails() throws Exception {
        catalogs.tenant("shop")
                .record("hat", "hat.jpg")
                .record("Hatbox", "b.jpg")
                .record("bowl", "c.jpg");
        ObjectsHandler objects = objects();
        assertEquals(
                "{\"catalogs\":[\"shop\",\"\"],\"count\":2,\"objects\":[\"shop/Hatbox\",\"shop/hat\"]}\n",
                get(objects, "/understudy/objects.json?catalog=shop&find=HAT").getContent());
        assertEquals(
                "{\"catalogs\":[\"shop\",\"\"],\"count\":0,\"objects\":[]}\n",
                get(objects, "/understudy/objects.json?catalog=none").getContent());
        assertEquals(400, get(objects, "/understudy/objects.json?catalog=%zz").getStatus());
        insider = false;
        HttpTester.Response refused = get(objects, "/understudy/objects.json?catalog=shop");
        assertEquals(403, refused.getStatus());
        assertTrue(!refused.getContent().contains("shop"), refused.getContent());
    }

    @Test
    void requestsAreExplainedToThoseWhoMaySeeTheDetails() throws Exception {
        ExplainHandler explain = explain();
        assertEquals(
                "{}", get(explain, "/understudy/explain/shop/h%20at?wid=3%30").getContent());
        get(explain, "/understudy/explain/shop/hat");
        assertEquals("shop/h%20at", calls.get(0).path());
        assertEquals("wid=3%30&req=explain", calls.get(0).query());
        assertEquals("req=explain", calls.get(1).query());
        assertTrue(calls.get(0).operator() && !calls.get(0).effects());
        insider = false;
        assertEquals(403, get(explain, "/understudy/explain/shop/hat").getStatus());
        assertEquals(2, calls.size());
    }
}
