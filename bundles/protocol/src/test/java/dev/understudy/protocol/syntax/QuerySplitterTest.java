package dev.understudy.protocol.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySplitterTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "wid=1, wid=1",
        "wid=1&hei=2, wid=1 hei=2",
        "'&&wid=1&&', wid=1",
        ".comment&wid=1&.x=2, wid=1",
        "$thumb$&v=1&=3&wid, $thumb$ v=1 =3 wid",
        "src=is{a?b=1&c=2}&d=3, src=is{a?b=1&c=2} d=3",
        "SRC=(a?b=1&c=2)&d=3, SRC=(a?b=1&c=2) d=3",
        "%73rc=is{a?b=1&c=2}&d=3, %73rc=is{a?b=1&c=2} d=3",
        "mask=is%7ba?b=1&c=2%7D&d=3, mask=is%7ba?b=1&c=2%7D d=3",
        "$image=is{a?b=1&c=2}&d=3, $image=is{a?b=1&c=2} d=3",
        "src=is{a?src=is{b?x=1&y=2}&c=2}&d=3, src=is{a?src=is{b?x=1&y=2}&c=2} d=3",
        "text={a&b}&d=3, text={a b} d=3",
        "src=is{a?b=1&c=2&d=3, src=is{a?b=1 c=2 d=3",
        "src=is{a&src=is{b&c}, src=is{a src=is{b c}",
    })
    void ampersandsSeparateUnlessTheyBelongToANestedRequest(String query, String modifiers) {
        assertEquals(
                modifiers,
                QuerySplitter.split(query).stream().map(Modifier::text).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "wid=100, wid, 100, 100",
        "%72eq=exists, req, exists, exists",
        "id=%zz, id, %zz, %zz",
        "id=%25zz, id, %25zz, %zz",
        "text=a+b%20c=d, text, a+b%20c=d, a b c=d",
        "text=%C3%A4-%E4, text, %C3%A4-%E4, ä-ä",
        "text=%EF%BF%BD%E4-%C3%A4, text, %EF%BF%BD%E4-%C3%A4, ï¿½ä-ä",
        "text=%EF%BF%BD-%C3%A4, text, %EF%BF%BD-%C3%A4, \uFFFD-ä",
        "a+b=, a+b, '', ''",
        "'=3', '', 3, 3",
        "wid, wid, '', ''",
    })
    void aModifierHasANameAndAValue(String text, String name, String raw, String value) {
        Modifier modifier = new Modifier(text);
        assertEquals(name, modifier.name());
        assertEquals(raw, modifier.rawValue());
        assertEquals(value, modifier.value());
    }

    @Test
    void aValueMayBeEmptyOrAbsent() {
        assertTrue(new Modifier("wid=").hasValue());
        assertFalse(new Modifier("wid").hasValue());
    }
}
