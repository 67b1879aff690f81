package dev.understudy.protocol.syntax;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.util.List;
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
    @ValueSource(
            strings = {
                "..",
                "../a",
                "a/..",
                "a/../b",
                "a\\..\\b",
                "a\u0000",
                "a\nb",
                "\u007f",
                ".",
                "./a",
                "a/./b",
                "..;/..;/admin",
                "a/..;x=1/b",
                "a/..;x=1;y=2",
                ".;/a",
                "a/.;x/b",
                "%2e%2e/a",
                "%2e%2e;/a",
                "a/%2E./b",
                "a/..%3b/b",
                "a/..%3Bx=1/b",
                "a%2f..%2fb",
                "a%5c..%5cb",
                "a%5C%2e%2e",
                "a/%252e%252e/b",
                "a/%25252e%2525252e%253b/b",
                "a/%%32e%2%65/b",
                "a/%25%32%65%2e/b",
                "a/%u002e%U002E/b",
                "a/%25u002e./b",
                "a/.%c0%ae/b",
                "a/%c0%ae%c0%ae%c0%afb",
                "a/%e0%80%ae./b",
                "a/%f0%80%80%ae./b",
                "a/%f8%80%80%80%ae./b",
                "a/%fc%80%80%80%80%ae./b",
                "a/%25c0%25ae./b",
                "a/\u00c0\u00ae./b",
                "a%c0%af..%c1%9cb",
                "a/.. /b",
                "a/..%20/b",
                "a/..%09;/b",
                "a%2500",
                "a%c0%80"
            })
    void whatLeadsElsewhereIsMalformed(String text) {
        ServeException thrown = assertThrows(ServeException.class, () -> new ObjectName(text).requireSafe());
        assertEquals(FailureKind.REQUEST_MALFORMED, thrown.failure().kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a..b",
                "...",
                "a/.../b",
                ".a",
                "ä b,c",
                "a;b",
                "a;..",
                "..a;b",
                "100%",
                "50%2",
                "%zz",
                "\u00c0\u00aex",
                "à la carte",
                "%c3%a4..",
                "a//b",
                "%u00e4",
                "\u00e0\u0080"
            })
    void dotsInNamesAreNot(String text) {
        assertDoesNotThrow(() -> new ObjectName(text).requireSafe());
    }

    @Test
    void namesHaveALimit() {
        assertDoesNotThrow(() -> new ObjectName("a".repeat(4096)).requireSafe());
        assertDoesNotThrow(() -> new ObjectName("a/".repeat(256)).requireSafe());
        for (String name : List.of("a".repeat(4097), "a/".repeat(257), "%2f".repeat(300) + "a", "a/".repeat(30_000))) {
            ServeException thrown = assertThrows(ServeException.class, () -> new ObjectName(name).requireSafe());
            assertEquals(FailureKind.SIZE_LIMIT, thrown.failure().kind());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/shop//a/,shop/a",
        "shop%2Fa,shop/a",
        "%2fshop/./%61,shop/a",
        "a%20b%C3%a9/%E9é,a%20b%C3%A9/%C3%A9%C3%A9",
        "%E9%C3%A9,%C3%A9%C3%83%C2%A9",
        "a&b%26c+d%2be(%28;%3b=%3d$%24,a&b%26c+d%2Be(%28;%3B=%3D$%24",
        "'!*,@%21%2A%2C%40','!*,@!*,@'",
        "a%3Fb%25%2561,a%3Fb%25%2561",
        "%4g{\uD83C\uDF3C,%254g%7B%F0%9F%8C%BC",
        "../a,../a",
    })
    void oneNameHasOneSpelling(String path, String expected) {
        String spelled = ObjectName.respelled(path);
        assertEquals(expected, spelled);
        assertEquals(spelled, ObjectName.respelled(spelled));
        assertEquals(
                ObjectName.ofPath(path).normalized().relative(),
                ObjectName.ofPath(spelled).text());
    }
}
