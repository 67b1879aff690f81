package dev.understudy.itest.faults;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.ForwardTo;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.faults.LocalFault.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Rows 1 to 16 in Karaf over HTTP, each in each column: the answer to GET and to HEAD, what the access log says, and that the
 * next answer is right once the cause is gone.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalFaultsIT {

    /** For files. A catalog is looked at every tenth of a second here, and then used at once. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration CATALOG_LOADED = Duration.ofSeconds(5);

    private static final AtomicInteger REQUESTS = new AtomicInteger();

    @RegisterExtension
    static final Container SERVER = FaultServers.shared();

    private static ProcessServer secondary;
    private static AccessRecords records;

    @BeforeAll
    static void start() throws IOException {
        Setup first = SERVER.server().setup();
        Setup second = Setup.fresh("faults-secondary");
        for (LocalFault fault : LocalFaults.all()) {
            for (FaultColumn column : FaultColumn.values()) {
                fault.create(first, column);
            }
            fault.createSecond(second);
        }
        secondary = ProcessServer.felix(second);
        records = new AccessRecords(first);
        for (LocalFault fault : LocalFaults.all()) {
            for (FaultColumn column : FaultColumn.values()) {
                fault.tenant(first, column).awaitLoaded(client());
            }
        }
    }

    @AfterAll
    static void stop() {
        secondary.close();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> withoutASecondary() {
        return Arrays.stream(FaultColumn.values())
                .filter(column -> column != FaultColumn.SECONDARY_SET)
                .flatMap(LocalFaultsIT::tests);
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> withASecondary() throws IOException {
        ForwardTo forward = ForwardTo.start(SERVER.server(), secondary.setup().port());
        return tests(FaultColumn.SECONDARY_SET).onClose(() -> forward.close());
    }

    private static Stream<DynamicTest> tests(FaultColumn column) {
        return LocalFaults.all().stream()
                .filter(fault -> fault.answer(column) != FaultAnswer.NOT_ASKED)
                .map(fault -> dynamicTest(fault.title(column), () -> verify(fault, column)));
    }

    private static void verify(LocalFault fault, FaultColumn column) throws IOException {
        Setup setup = SERVER.server().setup();
        FaultTenant tenant = fault.tenant(setup, column);
        fault.provoke(setup, column);
        try {
            verify(fault.target().formatted(tenant.name()), fault.answer(column), fault.outcome());
        } finally {
            fault.mend(setup, column);
        }
        recovers(fault, fault.right().formatted(tenant.name()));
    }

    private static void verify(String target, FaultAnswer answer, Outcome outcome) {
        String got = unlikeAnyOther(target);
        Response response = client().get(got);
        Examination.answer(response, answer, outcome);
        Examination.record(records.await("GET", got), answer, outcome);
        String asked = unlikeAnyOther(target);
        Examination.head(client().send("HEAD", asked), response);
        Examination.record(records.await("HEAD", asked), answer, outcome);
    }

    private static void recovers(LocalFault fault, String target) {
        String right = unlikeAnyOther(target);
        String wanted = fault.recovered().standIn();
        client().await(
                        right,
                        fault.isOfCatalog() ? CATALOG_LOADED : SOON,
                        response -> response.status() == 200
                                && response.header("Understudy-StandIn")
                                        .split(";")[0]
                                        .equals(wanted));
        verify(target, fault.recovered(), fault.outcome());
    }

    /** The same target with a comment, by which the access log tells it from all others. */
    private static String unlikeAnyOther(String target) {
        return target + (target.contains("?") ? "&" : "?") + ".v=" + REQUESTS.incrementAndGet();
    }

    private static Client client() {
        return SERVER.client();
    }
}
