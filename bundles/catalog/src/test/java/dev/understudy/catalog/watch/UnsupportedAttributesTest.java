package dev.understudy.catalog.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.catalog.CatalogStatus.State;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Support;
import dev.understudy.catalog.Syntax;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read and does nothing yet is never taken in silence. */
class UnsupportedAttributesTest {

    private static final List<String> VALUES = List.of("1", "0", "5", "true", "a", "1,1", "1,1,1,1", "SPINSET", "a=b");

    @TempDir
    private Path folder;

    private CatalogFixture fixture;

    @BeforeEach
    void aDefaultCatalog() {
        fixture = new CatalogFixture(folder).write("default.ini", "DefaultExt=.jpg");
    }

    static List<Attribute<?>> unsupportedAttributes() {
        return Attributes.all().stream()
                .filter(attribute -> attribute.support() == Support.NONE)
                .toList();
    }

    static Stream<RecordField<?>> unsupportedImageFields() {
        return RecordFields.all().stream().filter(field -> field.support() == Support.NONE);
    }

    @ParameterizedTest
    @MethodSource("unsupportedAttributes")
    void aValueWithoutEffectIsAProblem(Attribute<?> attribute) {
        String value = telling(attribute.syntax(), attribute.fallback());
        CatalogStore store = fixture.write("shop.ini", "RootId=shop", attribute.name() + "=" + value)
                .open();
        assertEquals(List.of("shop.ini:2: " + attribute.remark()), fixture.problems(store));
        assertTrue(attribute.remark().startsWith(attribute.name() + ": "), attribute.remark());
        assertEquals(State.PROBLEM, state(store, "shop"));
    }

    @ParameterizedTest
    @MethodSource("unsupportedAttributes")
    void theFallbackIsNone(Attribute<?> attribute) {
        CatalogStore store =
                fixture.write("shop.ini", "RootId=shop", attribute.name() + "=").open();
        assertEquals(List.of(), fixture.problems(store));
    }

    @ParameterizedTest
    @MethodSource("unsupportedImageFields")
    void aFieldWithoutEffectIsOneProblemForAllRecords(RecordField<?> field) {
        assertOneProblem(field);
    }

    private void assertOneProblem(RecordField<?> field) {
        String value = telling(field.syntax(), field.fallback());
        CatalogStore store = fixture.write("shop.tsv", "Id\t" + field.name(), "a\t", "b\t" + value, "c\t" + value)
                .write("shop.ini", "RootId=shop", "CatalogFile=shop.tsv")
                .open();
        assertEquals(
                List.of("shop.tsv:3: " + field.name() + ": this field does nothing yet; 2 records have it"),
                fixture.problems(store));
        assertEquals(State.PROBLEM, state(store, "shop"));
    }

    private static State state(CatalogStore store, String name) {
        return CatalogStatus.of(store).stream()
                .filter(status -> status.name().equals(name))
                .findAny()
                .orElseThrow()
                .state();
    }

    /** A value that says something else than silence does. */
    private static String telling(Syntax<?> syntax, Object fallback) {
        return VALUES.stream()
                .filter(value -> tells(syntax, value, fallback))
                .findFirst()
                .orElseThrow();
    }

    private static boolean tells(Syntax<?> syntax, String value, Object fallback) {
        try {
            return !syntax.parse(value).equals(fallback);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
