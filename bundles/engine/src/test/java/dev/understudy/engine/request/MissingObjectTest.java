package dev.understudy.engine.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.understudy.failure.Failure;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the message about a missing file calls it. */
class MissingObjectTest {

    private static String words(String query, String file) {
        ImageRequest request = TestRequests.read("gallery/bridge", query, TestCatalogs.sample())
                .request();
        return MissingObject.inWordsOf(request, List.of(), new Failure.Missing(file, false))
                .message();
    }

    @Test
    void isWhatTheRequestNames() {
        String there = "' is neither in a catalog nor a file";
        assertEquals("mask= names what is not there: 'nope" + there, words("mask=nope", "gallery/nope.jpg"));
        assertEquals("src= names what is not there: 'no/pe" + there, words("layer=1&src=no%2Fpe", "gallery/no/pe.jpg"));
        assertEquals(
                "mask= names what is not there: 'nope" + there,
                words("layer=1&src=is{gallery/bridge?mask=nope}", "gallery/nope.jpg"));
        assertEquals("'gallery/other.jpg" + there, words("mask=nope", "gallery/other.jpg"));
    }

    @Test
    void isWhatASetNames() {
        TestCatalogs catalogs = TestCatalogs.sample();
        ResolvedObject member =
                new ResolvedObject("gallery/nope", catalogs.catalog("gallery").orElseThrow(), null, "nope", false);
        ImageRequest request = TestRequests.read("gallery", "imageSet={gallery/nope}", catalogs)
                .request();
        String file = String.valueOf(member.source());
        assertNotEquals(member.name(), file);
        assertEquals(
                "'gallery/nope' is neither in a catalog nor a file",
                MissingObject.inWordsOf(request, List.of(member), new Failure.Missing(file, false))
                        .message());
    }

    @Test
    void isThatOfTheCatalogWhereThatNamesIt() {
        ImageRequest request =
                TestRequests.read("gallery/bridge", "", TestCatalogs.sample()).request();
        Failure missing = new Failure.Missing("gallery/bridge.jpg", true);
        assertSame(missing, MissingObject.inWordsOf(request, List.of(), missing));
        Failure other = new Failure.Malformed("no");
        assertSame(other, MissingObject.inWordsOf(request, List.of(), other));
    }
}
