package dev.understudy.protocol.syntax;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectNameTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "/, /",
        "shop/lamp, shop/lamp",
        "/shop/lamp, /shop/lamp",
        "//shop//lamp/, /shop/lamp",
        "shop%2Flamp, shop/lamp",
        "a+b%20c, a+b c",
        "shop/%C3%A4-%E4, shop/ä-ä",
        "shop/%EF%BF%BD%2F%E4, shop/ï¿½/ä",
        "shop/%EF%BF%BD-%E4, shop/\uFFFD-ä",
        "shop/%zz, shop/%zz",
        "shop/%, shop/%",
    })
    void theElementsOfAPathAreDecoded(String path, String text) {
        assertEquals(text, ObjectName.ofPath(path).text());
    }

    @ParameterizedTest
    @CsvSource({
        "shop/lamp, shop, lamp",
        "/shop/lamp, shop, lamp",
        "./shop/./lamp/, shop, lamp",
        "/./shop//a/b, shop, a/b",
        "shop, shop, ''",
        "'', '', ''",
    })
    void aNamePerhapsBeginsWithACatalog(String text, String rootId, String id) {
        ObjectName name = new ObjectName(text).normalized();
        assertEquals(rootId, name.rootId());
        assertEquals(id, name.idUnderRoot());
        assertEquals(id.isEmpty() ? rootId : rootId + "/" + id, name.relative());
    }

    @Test
    void aLeadingSlashStays() {
        assertTrue(ObjectName.ofPath("/./a").normalized().isRooted());
        assertTrue(ObjectName.ofPath("%2Fa").isRooted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../a", "a/..", "a/../b", "a\\..\\b", "a\u0000", "a\nb", "\u007f"})
    void whatLeadsElsewhereIsMalformed(String text) {
        ServeException thrown = assertThrows(ServeException.class, () -> new ObjectName(text).requireSafe());
        assertEquals(FailureKind.REQUEST_MALFORMED, thrown.failure().kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a..b", "...", "a/.../b", ".a", "ä b,c"})
    void dotsInNamesAreNot(String text) {
        assertDoesNotThrow(() -> new ObjectName(text).requireSafe());
    }
}
