package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.render.MemoryBudget;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every request is read once, whatever it comes to: the macro in its query is looked up each time that the query is turned into
 * tokens, and the catalogs count that.
 */
class ReadOnceTest {

    private final WorkScheduler scheduler = EngineSetup.gate();
    private final TestCatalogs catalogs = TestCatalogs.sample();
    private final List<String> macros = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gallery/bridge  | $once$                                | image/test
                    gallery/bridge  | $once$&wid=much                       | parameter.invalid
                    gallery/bridge  | $once$&layer=nosuch                   | request.malformed
                    gallery/bridge  | $once$&template=nosuch                | object.unknown
                    gallery/../x    | $once$                                | request.malformed
                    gallery/bridge  | $once$&layer=1&src=locked/door        | request.refused
                    locked/door     | $once$                                | request.refused
                    gallery/bridge  | $once$&layer=nosuch&req=userdata      | text/plain;charset=utf-8
                    gallery/bridge  | $once$&layer=nosuch&req=validate      | request.malformed
                    gallery/bridge  | $once$&req=explain                    | application/json
                    gallery/bridge  | $once$&layer=nosuch&req=explain       | application/json
                    gallery/bridge  | $once$&layer=1&src=locked/door&req=explain | request.refused
                    """)
    void theQueryIsTurnedIntoTokensOnce(String path, String query, String outcome) {
        Reply reply = serve(path, query, false);
        assertTrue(
                reply.contentType().equals(outcome) || EngineSetup.text(reply).equals(outcome),
                () -> reply.contentType() + " " + EngineSetup.text(reply));
        assertEquals(List.of("once"), macros);
    }

    @ParameterizedTest
    @CsvSource({
        "gallery/bridge, $once$&req=explain",
        "gallery/bridge, $once$&layer=nosuch&req=explain",
        "gallery/bridge, $once$&layer=1&src=locked/door&req=explain",
        "locked/door,    $once$&req=explain",
    })
    void soItIsForOperators(String path, String query) {
        assertEquals("application/json", serve(path, query, true).contentType());
        assertEquals(List.of("once"), macros);
    }

    @Test
    void theObjectOfABrokenRequestIsLookedUpOnce() {
        serve("gallery/bridge", "$once$&layer=nosuch&req=explain", false);
        assertEquals(List.of("gallery/bridge"), objects);
    }

    @Test
    void aRequestWithoutACatalogIsReadOnceWhereThatIsNotAllowed() {
        catalogs.defaults().macro("once", "bgc=ffffff");
        for (String query : List.of("$once$", "$once$&req=catalogprops")) {
            macros.clear();
            Answer answer = service().serve(call("nosuch", query, new Counting(false), false));
            assertInstanceOf(Reply.class, answer);
            assertEquals(List.of("once"), macros, query);
        }
    }

    @AfterEach
    void close() {
        scheduler.close();
    }

    private Reply serve(String path, String query, boolean operator) {
        catalogs.defaults().macro("once", "bgc=ffffff").set(Attributes.ALLOW_EXPLAIN, true);
        catalogs.tenant("locked").set(Attributes.REQUEST_LOCK, true).record("door", "door.jpg");
        return assertInstanceOf(Reply.class, service().serve(call(path, query, new Counting(true), operator)));
    }

    private StandInStage service() {
        return EngineSetup.service(
                (request, deadline) -> request.summary().type().isImage()
                        ? Reply.of("image/test", new byte[1])
                        : Reply.of("text/plain;charset=utf-8", new byte[1]),
                new EngineSetup.NothingDrawn() {
                    @Override
                    public Inspected inspect(ImageFile file, MemoryBudget memory) throws ServeException {
                        throw new ServeException(new Failure.Missing(file.key().path(), true));
                    }
                },
                scheduler,
                new EngineSetup.Codes(),
                new EngineSetup.Names(key -> null));
    }

    private static Call call(String path, String query, Catalogs catalogs, boolean operator) {
        return new Call(
                path,
                query,
                InetAddress.getLoopbackAddress(),
                Instant.MAX,
                Forwardable.NO,
                catalogs,
                new AccessRecord(),
                operator);
    }

    /** The catalogs, which write down what they are asked for. */
    private final class Counting implements Catalogs {

        private final boolean allowsDefault;
        private final Map<Catalog, Catalog> counting = new HashMap<>();

        Counting(boolean allowsDefault) {
            this.allowsDefault = allowsDefault;
        }

        @Override
        public Catalog defaultCatalog() {
            return counting(catalogs.defaultCatalog());
        }

        @Override
        public Optional<Catalog> catalog(String rootId) {
            return catalogs.catalog(rootId).map(this::counting);
        }

        @Override
        public Collection<Catalog> all() {
            return catalogs.all();
        }

        @Override
        public boolean allowsDefaultCatalogRequests() {
            return allowsDefault;
        }

        private Catalog counting(Catalog catalog) {
            return counting.computeIfAbsent(catalog, this::proxy);
        }

        private Catalog proxy(Catalog catalog) {
            return (Catalog) Proxy.newProxyInstance(
                    Catalog.class.getClassLoader(), new Class<?>[] {Catalog.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("macro")) {
                            macros.add((String) arguments[0]);
                        } else if (method.getName().equals("image")) {
                            objects.add(catalog.rootId() + "/" + arguments[0]);
                        }
                        return method.invoke(catalog, arguments);
                    });
        }
    }
}
