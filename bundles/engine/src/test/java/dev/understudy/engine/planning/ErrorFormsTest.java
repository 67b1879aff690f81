package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.testkit.catalog.TestCatalogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code req=} decides the form of errors, whatever else is wrong. */
class ErrorFormsTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();

    @ParameterizedTest
    @EnumSource(RequestType.class)
    void eachTypeHasTheFormAskedForOrItsUsualOne(RequestType type) {
        PropertySyntax usual = type.forms().get(0);
        assertEquals(usual, form("req=" + type.value()).syntax());
        for (PropertySyntax syntax : PropertySyntax.values()) {
            boolean has = syntax != PropertySyntax.PLAIN && type.forms().contains(syntax);
            String query = "req=" + type.value() + "," + syntax;
            assertEquals(has ? syntax : usual, form(query).syntax(), query);
        }
        assertEquals(usual, form("req=" + type.value() + ",yaml").syntax());
        assertEquals(usual, form("req=" + type.value() + ",,,,").syntax());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "req=props,json&wid=-1",
                "wid=1&wid=&&&=&req=props,json",
                "src=is{shop/a?x=1&req=props,json",
                "mask=is(a&b&req=props,json",
                "$a=is%7b&req=props,json",
                "src=is{a}b&req=props,json",
                "layer=nosuch&req=props,json",
                "template=nosuch&req=props,json",
                "req=props,json&text=%00",
                "req=props,json&text=%ff%fe%c0%80",
                "req=props,json&a=%",
                "$loop$&req=props,json",
                "REQ=Props,JSON",
                "req=%70rops%2Cjson",
                "req=props,+json",
                "$t=props&req=$t$,json",
            })
    void whatElseIsBrokenDoesNotMatter(String query) {
        assertEquals(PropertySyntax.JSON, form(query).syntax());
    }

    @Test
    void aQueryThatIsTooLongIsReadAsFarAsQueriesGo() {
        assertEquals(
                PropertySyntax.JSON,
                form("req=props,json&text=" + "x".repeat(100_000)).syntax());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "shop/../a", "a,b", "%00", "%zz", "a//b/./c", "x|y"})
    void norDoesThePath(String path) {
        assertEquals(
                PropertySyntax.XML,
                TestRequests.summary(path, "req=exists,xml", catalogs).form().syntax());
    }

    @ParameterizedTest
    @CsvSource({
        "'req=props,json&handler=f&id=7', f, 7",
        "'req=props,json&handler=a.b&id=7', , 7",
        "'req=props,json&handler=alert(1)//&id=\"', , '\"'",
        "'req=props,json&handler=%3Cscript%3E', , ",
        "'req=nosuch,json&handler=f&id=7', f, 7",
    })
    void theHandlerIsANameOrNone(String query, String handler, String id) {
        assertEquals(handler, form(query).handler());
        assertEquals(id, form(query).id());
    }

    @ParameterizedTest
    @CsvSource({
        "'req=props,xml,utf-16', UTF-16",
        "'req=set,xml,ISO-8859-1', ISO-8859-1",
        "'req=props,json,utf-8', UTF-8",
        "'req=props,xml', ",
    })
    void theCharacterSetIsTheOneAskedFor(String query, String charset) {
        assertEquals(charset, form(query).charset());
    }

    private ErrorForm form(String query) {
        return TestRequests.summary("shop/bowl", query, catalogs).form();
    }
}
