package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.ForwardTo;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Server;
import java.awt.Color;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Row 30: two servers in Karaf that are each other's secondary. What one cannot serve because of its files comes from the other,
 * and what neither has is one error, for which each of them is asked once.
 */
class PairIT {

    private static final FaultColumn COLUMN = FaultColumn.SECONDARY_SET;

    private static final Set<String> ROWS = Set.of("1a", "2a", "2b", "3b", "5a", "5b", "6a", "7a", "7b", "8a", "10a");
    private static final List<LocalFault> FAULTS = LocalFaults.all().stream()
            .filter(fault -> ROWS.contains(fault.row()))
            .toList();

    private static final int AT_ONCE = 20;
    private static final Duration NOTICED = Duration.ofSeconds(5);

    @RegisterExtension
    static final Container FIRST = Container.karaf();

    @RegisterExtension
    static final Container SECOND = Container.secondKaraf();

    private static final List<ForwardTo> FORWARDS = new ArrayList<>();

    /** One of the two, and the color of its images. */
    private record Node(Server server, Color color) {

        FaultTenant tenant(LocalFault fault) {
            return fault.tenant(server.setup(), COLUMN);
        }

        void create(LocalFault fault) throws IOException {
            tenant(fault).create(color, fault.cause().given() + fault.cause().wrong(), "");
        }

        /** Breaks it, and waits until the server notices: it trusts files for a moment. */
        void provoke(LocalFault fault) throws IOException {
            fault.provoke(server.setup(), COLUMN);
            long start = System.nanoTime();
            while (!ask(fault, "ahead", "Understudy-Forwarded", "1")
                    .header("Understudy-StandIn")
                    .equals("text; code=" + fault.outcome().code())) {
                assertTrue(System.nanoTime() - start < NOTICED.toNanos(), () -> "not noticed: " + fault);
                Clients.pause();
            }
        }

        Response ask(LocalFault fault, String mark, String... headers) {
            return server.client().get(target(fault, mark), headers);
        }

        CompletableFuture<Response> askLater(LocalFault fault, String mark) {
            return server.client().getLater(target(fault, mark));
        }

        private String target(LocalFault fault, String mark) {
            String target = fault.target().formatted(tenant(fault).name());
            return target + (target.contains("?") ? "&" : "?") + ".mark=" + mark;
        }

        void mend(LocalFault fault) throws IOException {
            tenant(fault).restoreFiles(color);
        }

        int asked(String mark, int wanted) {
            return new AccessCount(server).of(mark, wanted);
        }
    }

    private static Node first() {
        return new Node(FIRST.server(), LocalFaults.HERE);
    }

    private static Node second() {
        return new Node(SECOND.server(), LocalFaults.THERE);
    }

    @BeforeAll
    static void start() throws IOException {
        for (Node node : List.of(first(), second())) {
            for (LocalFault fault : FAULTS) {
                node.create(fault);
            }
        }
        FORWARDS.add(ForwardTo.start(FIRST.server(), SECOND.server().setup().port()));
        FORWARDS.add(ForwardTo.start(SECOND.server(), FIRST.server().setup().port()));
        for (Node node : List.of(first(), second())) {
            for (LocalFault fault : FAULTS) {
                node.tenant(fault).awaitLoaded(node.server().client());
            }
        }
    }

    @AfterAll
    static void stop() {
        FORWARDS.forEach(ForwardTo::close);
    }

    @TestFactory
    Stream<DynamicTest> theSecondStandsInForTheFirst() {
        return tests(first(), second());
    }

    @TestFactory
    Stream<DynamicTest> theFirstStandsInForTheSecond() {
        return tests(second(), first());
    }

    private static Stream<DynamicTest> tests(Node here, Node there) {
        return FAULTS.stream()
                .map(fault -> dynamicTest(fault.row() + ": " + fault.words(), () -> {
                    if (fault.answer(COLUMN) == FaultAnswer.FORWARDED) {
                        comesFromThere(fault, here, there);
                        isNowhere(fault, here, there);
                    } else {
                        staysHere(fault, here, there);
                    }
                }));
    }

    private static void comesFromThere(LocalFault fault, Node here, Node there) throws IOException {
        String mark = mark();
        here.provoke(fault);
        try {
            Response response = here.ask(fault, mark);
            assertAll(
                    response.toString(),
                    () -> assertEquals(200, response.status()),
                    () -> assertEquals(
                            "secondary; code=" + fault.outcome().code(), response.header("Understudy-StandIn")),
                    () -> shows(response, there.color()),
                    () -> assertEquals(1, here.asked(mark, 1)),
                    () -> assertEquals(1, there.asked(mark, 1)));
        } finally {
            here.mend(fault);
        }
    }

    private static void isNowhere(LocalFault fault, Node here, Node there) throws IOException {
        String mark = mark();
        here.provoke(fault);
        there.provoke(fault);
        try {
            List<CompletableFuture<Response>> responses = Stream.generate(() -> here.askLater(fault, mark))
                    .limit(AT_ONCE)
                    .toList();
            for (CompletableFuture<Response> each : responses) {
                Response response = each.join();
                assertEquals(fault.outcome().status(), response.status(), response::toString);
                assertEquals(fault.outcome().title(), response.text().strip());
                assertEquals("secondary; code=" + fault.outcome().code(), response.header("Understudy-StandIn"));
            }
            assertEquals(AT_ONCE, here.asked(mark, AT_ONCE), "requests here");
            assertEquals(AT_ONCE, there.asked(mark, AT_ONCE), "requests there");
        } finally {
            here.mend(fault);
            there.mend(fault);
        }
    }

    private static void staysHere(LocalFault fault, Node here, Node there) throws IOException {
        String mark = mark();
        here.provoke(fault);
        try {
            Response response = here.ask(fault, mark);
            assertEquals(
                    "text; code=" + fault.outcome().code(), response.header("Understudy-StandIn"), response::toString);
            assertEquals(1, here.asked(mark, 1));
            assertEquals(0, there.asked(mark, 0));
        } finally {
            here.mend(fault);
        }
    }

    private static String mark() {
        return UUID.randomUUID().toString();
    }

    private static void shows(Response response, Color color) {
        if (response.type().startsWith("text/plain")) {
            assertEquals(FaultTenant.content(color), response.text());
        } else {
            assertTrue(FaultImages.isPlain(response.image(), color), "all of it " + color);
        }
    }
}
