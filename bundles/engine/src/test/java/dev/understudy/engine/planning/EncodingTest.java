package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.testkit.catalog.TestCatalogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encoded names and values of requests for images; those of static content are read in the same way. */
class EncodingTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();

    @ParameterizedTest
    @CsvSource({
        "shop/%C3%A4-%E4, shop/ä-ä",
        "shop/%EF%BF%BD-%E4, shop/\uFFFD-ä",
        "shop/%zz, shop/%zz",
        "shop/100%, shop/100%",
        "shop/a+b, shop/a+b",
    })
    void names(String path, String name) throws ServeException {
        assertEquals(name, plan(path, null).summary().object().name());
    }

    @Test
    void commands() throws ServeException {
        RequestSummary summary = plan("shop/bowl", "%72eq=exists,%6Ason&id=%zz-%EF%BF%BD-%C3%A4-%E4+b&id=")
                .summary();
        assertEquals(RequestType.EXISTS, summary.type());
        assertEquals("%zz-\uFFFD-ä-ä b", summary.form().id());
    }

    private PlannedRequest plan(String path, String query) throws ServeException {
        return RequestPlanner.plan(TestRequests.read(path, query, catalogs));
    }
}
