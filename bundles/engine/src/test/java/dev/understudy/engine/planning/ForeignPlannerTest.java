package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignPlannerTest {

    private static Catalog catalog(String root, boolean direct, String... trusted) {
        TestCatalogs catalogs = new TestCatalogs();
        catalogs.defaults()
                .set(Attributes.ROOT_URL, root)
                .set(Attributes.ALLOW_DIRECT_URLS, direct)
                .set(Attributes.TRUSTED_DOMAINS, List.of(trusted));
        return catalogs.defaultCatalog();
    }

    private static String message(String url, Catalog catalog) {
        Failure failure = assertThrows(ServeException.class, () -> ForeignPlanner.source("src", url, catalog))
                .failure();
        assertEquals(FailureKind.FOREIGN_FAILED, failure.kind());
        return failure.message();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        example.com          | http://example.com/a          | true
        example.com          | https://EXAMPLE.com/a         | true
        example.com          | http://example.com./a         | true
        EXAMPLE.com          | http://example.com/a          | true
        example.com          | http://www.example.com/a      | false
        example.com          | http://example.com.evil.org/a | false
        example.com          | http://notexample.com/a       | false
        example.com          | http://example.com:80/a       | true
        example.com          | http://example.com:443/a      | false
        example.com          | https://example.com:443/a     | true
        example.com          | http://example.com:8080/a     | false
        example.com:8080     | http://example.com:8080/a     | true
        example.com:8080     | http://example.com/a          | false
        example.com:*        | http://example.com:22/a       | true
        *.example.com        | http://cdn.example.com/a      | true
        *.example.com        | http://a.b.example.com/a      | true
        *.example.com        | http://example.com/a          | false
        *.example.com        | http://badexample.com/a       | false
        *                    | http://anything.example/a     | true
        *                    | http://anything.example:81/a  | false
        *:*                  | http://anything.example:81/a  | true
        127.0.0.1:9000       | http://127.0.0.1:9000/a       | true
        [2001:db8::1]        | http://[2001:DB8::1]/a        | true
        [2001:db8::1]:81     | http://[2001:db8::1]:81/a     | true
        """)
    void hostsAreAsTheCatalogListsThem(String trusted, String url, boolean allowed) throws ServeException {
        Catalog catalog = catalog("", true, trusted);
        if (allowed) {
            assertTrue(ForeignPlanner.source("src", url, catalog).isForeign());
        } else {
            assertTrue(message(url, catalog).contains("not among the catalog's TrustedDomains; allowed: " + trusted));
        }
    }

    @Test
    void withoutTrustedDomainsNoHostIsAllowed() {
        assertTrue(message("http://example.com/a", catalog("", true)).endsWith("; allowed: none"));
        assertTrue(message("http://example.com/a", catalog("http://example.com/", false, "*"))
                .contains("AllowDirectUrls=1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        http://h.example         | a.jpg          | http://h.example/a.jpg
        http://h.example/        | a.jpg          | http://h.example/a.jpg
        http://h.example/        | /a.jpg         | http://h.example/a.jpg
        https://h.example:81/b/c | d/e.jpg?x=1&y= | https://h.example:81/b/c/d/e.jpg?x=1&y=
        HTTP://H.example/b       | d%20e.jpg      | http://h.example/b/d%20e.jpg
        http://h.example/b/      | c..d/..e.jpg   | http://h.example/b/c..d/..e.jpg
        """)
    void relativeUrlsAreBelowTheRoot(String root, String url, String whole) throws ServeException {
        assertEquals(
                SourceKey.Kind.FOREIGN,
                ForeignPlanner.source("src", url, catalog(root, false)).kind());
        assertEquals(
                whole, ForeignPlanner.source("src", url, catalog(root, false)).path());
    }

    @ParameterizedTest
    @CsvSource({
        "../a",
        "b/../../a",
        "b/..",
        "%2e%2e/a",
        ".%2E/a",
        "b%2f..%2fa",
        "b%5c..%5ca",
        "..;x=1/a",
        "%252e%252e/a",
        "%25252e%25252e/a",
        "..%09/a",
        "..%20/a",
        "..%23/a",
        "..%3fa/b",
        "%c0%ae%c0%ae/a",
        "a%0d%0aHost:%20b"
    })
    void noRelativeUrlLeavesTheRoot(String url) {
        assertTrue(
                message(url, catalog("http://h.example/b", false)).contains("a relative URL that may lead elsewhere"));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://h.example/b",
        "h.example",
        "http://",
        "http://me:secret@h.example/",
        "http://h.example/b?c=SECRET",
        "/b"
    })
    void rootsOfOtherKindsAreNamed(String root) {
        String message = message("a.jpg", catalog(root, false));
        assertTrue(message.startsWith("RootUrl of the catalog cannot be used: "), message);
        assertFalse(message.toLowerCase().contains("secret"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:SECRET@example.com/",
        "http://exa mple.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "//example.com/a",
        "http://example.com:0/",
        "http://example.com:65536/",
        "http:///a",
        "http:example.com",
        "http://[::1",
        "gopher://example.com:70/",
        "jar:http://example.com/!/a",
        "http://ex\u00e4mple.com/",
        "http://example.com/\\a",
        "http://example.com/a#b",
        "http://a_b.example.com/"
    })
    void absoluteUrlsOfOtherKindsAreRefused(String url) {
        String message = message(url, catalog("http://h.example/", true, "*:*"));
        assertTrue(message.contains("allowed: http://host[:port]/path"), message);
        assertFalse(message.contains("SECRET"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/%zz", "http://example.com/a?b=%", "%4", "a%0xb.jpg", "http://%"})
    void aUrlThatIsEncodedWronglyIsMalformed(String url) {
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> ForeignPlanner.source("src", url, catalog("http://h.example/", true, "*:*")));
        assertEquals(FailureKind.REQUEST_MALFORMED, thrown.failure().kind());
    }

    @Test
    void aRelativeUrlWantsARoot() {
        assertTrue(message("a.jpg", catalog("", true, "*")).contains("has no RootUrl"));
    }

    @Test
    void keysInUrlsAreInNoMessage() {
        assertFalse(
                message("http://example.com/a?sig=SECRET", catalog("", true)).contains("SECRET"));
    }
}
