package dev.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.observe.Secondaries;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {

    private final List<Call> calls = new ArrayList<>();
    private final ExplainCommand command = new ExplainCommand(this::answer, new NoCatalogs(), () -> Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({
        "/is/image/shop/lamp, shop/lamp, req=explain",
        "/is/image/shop/lamp?wid=400&$thumb$, shop/lamp, wid=400&$thumb$&req=explain",
        "http://pictures.example:8080/is/image/shop/a%20b?req=tmb#top, shop/a%20b, req=tmb&req=explain",
        "https://pictures.example/is/image?src=shop/lamp, '', src=shop/lamp&req=explain"
    })
    void anAddressIsAskedAboutByTheOperator(String address, String path, String query) {
        assertEquals("{\n  \"a\": 1\n}", command.run(List.of(address)));
        Call call = calls.get(0);
        assertEquals(path, call.path());
        assertEquals(query, call.query());
        assertTrue(call.operator());
    }

    @Test
    void secondaryServersStandInAsForClients() {
        Secondaries ofCatalogs = new Fixed(false);
        Secondaries ofTheServer = new Fixed(true);
        forwardable(Forwardable.NO);
        command.secondaries().use(ofCatalogs);
        forwardable(Forwardable.PER_CATALOG);
        command.secondaries().use(ofTheServer);
        forwardable(Forwardable.YES);
        command.secondaries().unset(ofCatalogs);
        forwardable(Forwardable.YES);
        command.secondaries().unset(ofTheServer);
        forwardable(Forwardable.NO);
    }

    private void forwardable(Forwardable expected) {
        calls.clear();
        command.run(List.of("/is/image/shop/lamp"));
        assertEquals(expected, calls.get(0).forwardable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "shop/lamp", "/is/content/shop/style.css", "/is/images/shop", "ftp://example/is/image/shop"})
    void otherAddressesAreNotUnderstood(String address) {
        String said = assertThrows(IllegalArgumentException.class, () -> command.run(List.of(address)))
                .getMessage();
        assertTrue(said.startsWith("'" + address + "' is not understood; allowed: one URL"), said);
    }

    @Test
    void oneAddressIsWanted() {
        assertThrows(IllegalArgumentException.class, () -> command.run(List.of()));
        assertThrows(IllegalArgumentException.class, () -> command.run(List.of("/is/image/a", "/is/image/b")));
    }

    private Answer answer(Call call) {
        calls.add(call);
        return Reply.of("application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }

    private record Fixed(boolean forAllCatalogs) implements Secondaries {

        @Override
        public List<SecondaryStatus> entries() {
            return List.of();
        }

        @Override
        public int reset() {
            return 0;
        }
    }

    private static final class NoCatalogs implements CatalogService {

        @Override
        @SuppressWarnings("NullAway") // only passed on
        public Catalogs catalogs() {
            return null;
        }

        @Override
        public List<CatalogProblem> problems() {
            return List.of();
        }
    }
}
