package dev.understudy.catalog;

import static dev.understudy.catalog.DirectAccess.Kind.IS;
import static dev.understudy.catalog.DirectAccess.Kind.STATIC;
import static dev.understudy.catalog.DirectAccess.Kind.SVG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectAccessTest {

    @Test
    void theReferencesExamples() {
        assertEquals(new DirectAccess(Set.of(IS, STATIC)), parse("include:IS,STATIC"));
        assertEquals(parse("include:IS,STATIC"), parse("IS,STATIC"));
        assertFalse(parse("exclude:IS,STATIC").allows(IS));
        assertFalse(parse("exclude:IS,STATIC").allows(STATIC));
        assertTrue(parse("exclude:IS,STATIC").allows(SVG));
        assertEquals(DirectAccess.NONE, parse("include:"));
        assertEquals(DirectAccess.ALL, parse("exclude:"));
        assertEquals(DirectAccess.NONE, parse(""));
        assertTrue(parse("exclude:SVG,STATIC,FXG,FLA,IR_VNT,IR_MAT").allows(IS));
    }

    @Test
    void caseAndSpacesMakeNoDifference() {
        assertEquals(parse("include:IS,STATIC"), parse(" Include : is , Static "));
    }

    @Test
    void isWrittenAsItIsRead() {
        assertEquals("exclude:", DirectAccess.ALL.toString());
        assertEquals("include:", DirectAccess.NONE.toString());
        assertEquals("include:IS,STATIC", parse("static,is").toString());
    }

    /** A slip in a list of what to exclude would leave a door open. */
    @ParameterizedTest
    @ValueSource(
            strings = {"exclude:IMAGES", "only:IS", "exclude:IS,,STATIC", "exclude:IS,", "exclude IS", "IS;STATIC"})
    void whatIsNoListIsTurnedDown(String text) {
        assertThrows(IllegalArgumentException.class, () -> parse(text));
    }

    private static DirectAccess parse(String text) {
        return Syntaxes.DIRECT_ACCESS.parse(text);
    }
}
