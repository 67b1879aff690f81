package dev.understudy.engine.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.Commands;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What errors say, put into the texts of templates. */
class ErrorVariablesTest {

    private static final Map<String, String> WORDS = Map.of(
            "error.title", "Image not found",
            "error.message", "C:\\a {x} 100%+$error.title$",
            "error.request", "a\nb",
            "name", "{\\i n}");

    private final TestCatalogs catalogs = TestCatalogs.sample();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$error.title$!                       | Image not found!",
                "$error.request$                      | 'a\nb'",
                "{\\b$error.title$}                   | {\\b{Image not found}}",
                "{\\b $Error.Title$ $error.request$}  | {\\b {Image not found} {a\\line b}}",
                "%7B%5Cb+$error.message$%7D           | {\\b {C:\\\\a \\{x\\} 100%+$error.title$}}",
                "$error.message$                      | {C:\\\\a \\{x\\} 100%+$error.title$}",
                "1%0A$error.message$                  | {1\\line C:\\\\a \\{x\\} 100%+$error.title$}",
                "$name$: $error.title$                | {\\i n}: {Image not found}",
                "$error.nosuch$ $error.title$         | $error.nosuch$ Image not found",
                "is{$error.title$}                    | is{{Image not found}}",
            })
    void theyAreSaidAsTheyAre(String text, String expected) throws ServeException {
        assertEquals(expected, filledIn("text=" + text));
        assertEquals(expected, filledIn("textPs=" + text));
    }

    private String filledIn(String query) throws ServeException {
        Catalog gallery = catalogs.tenant("gallery").catalog();
        ImageRequest request = RequestReader.read(
                new ObjectRequest("words", false, gallery, gallery, "", query, WORDS, false),
                catalogs,
                AccessPolicy.unrestricted());
        return request.assignments().stream()
                .filter(assignment -> assignment.command() == Commands.TEXT || assignment.command() == Commands.TEXT_PS)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
