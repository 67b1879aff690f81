package dev.understudy.http.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "\"a\"; \"a\"",
                "\"a\",\"b\"; \"a\" \"b\"",
                ", \"a\" ,,\t W/\"b\" ,; \"a\" W/\"b\"",
                "\"a,b\"; \"a,b\"",
                "\"*\"; \"*\"",
                "\"\"; \"\"",
                "W/\"\"; W/\"\"",
                "\"a\\\"; \"a\\\"",
                "\"\u00e4\"; \"\u00e4\"",
            })
    void tagsAreReadInTheirOrder(String text, String tags) {
        EntityTagList list = EntityTagList.of(text);
        assertEquals(List.of(tags.split(" ")), list.tags());
        assertTrue(list.isWellFormed());
        assertFalse(list.isAny());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*, \"a\"",
                "\"a\", *",
                "**",
                "*,",
                "*,*",
                "a",
                "a, \"a\"",
                "\"a",
                "\"a\", \"b",
                "\"a\"\"b\"",
                "\"a\" \"b\"",
                "w/\"a\"",
                "W/a",
                "W/",
                "W /\"a\"",
                "W/ \"a\"",
                "\"a b\"",
                "\"a\u007f\"",
                "\"a\"; q=1",
                "'a'"
            })
    void whatIsNoListMatchesNothing(String text) {
        EntityTagList list = EntityTagList.of(text);
        assertFalse(list.isWellFormed());
        assertFalse(list.isAny());
        assertFalse(list.matchesWeakly("\"a\""));
        assertFalse(list.matchesStrongly("\"a\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * "})
    void starMatchesEverything(String text) {
        EntityTagList list = EntityTagList.of(text);
        assertTrue(list.isAny());
        assertTrue(list.matchesWeakly("W/\"a\""));
        assertTrue(list.matchesStrongly("W/\"a\""));
        assertTrue(list.matchesWeakly(null));
        assertTrue(list.matchesStrongly(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",,"})
    void anEmptyListIsOne(String text) {
        EntityTagList list = EntityTagList.of(text);
        assertTrue(list.isWellFormed());
        assertFalse(list.matchesWeakly("\"a\""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "\"a\",   \"a\",   true,  true",
                "W/\"a\", \"a\",   true,  false",
                "\"a\",   W/\"a\", true,  false",
                "W/\"a\", W/\"a\", true,  false",
                "\"a\",   \"b\",   false, false",
                "\"a\",   ,        false, false",
            })
    void weaknessCountsForStrongComparisonAlone(String listed, String tag, boolean weakly, boolean strongly) {
        EntityTagList list = EntityTagList.of("\"x\", " + listed);
        assertEquals(weakly, list.matchesWeakly(tag));
        assertEquals(strongly, list.matchesStrongly(tag));
    }

    @Test
    void allFieldsOfTheNameAreOneList() {
        HttpFields headers = HttpFields.build().add("If-None-Match", "\"a\"").add("If-None-Match", "\"b\"");
        EntityTagList list = EntityTagList.of(headers, HttpHeader.IF_NONE_MATCH);
        assertNotNull(list);
        assertEquals(List.of("\"a\"", "\"b\""), list.tags());
        assertNull(EntityTagList.of(headers, HttpHeader.IF_MATCH));
    }

    @Test
    void aStarBesidesAnotherFieldIsNoList() {
        HttpFields headers = HttpFields.build().add("If-None-Match", "*").add("If-None-Match", "\"b\"");
        EntityTagList list = EntityTagList.of(headers, HttpHeader.IF_NONE_MATCH);
        assertNotNull(list);
        assertFalse(list.isWellFormed());
    }
}
