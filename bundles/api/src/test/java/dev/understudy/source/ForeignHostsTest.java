package dev.understudy.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** There is one spelling of an address of IPv4, since systems differ in what they take the others for. */
class ForeignHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "2852039166",
                "0x7f000001",
                "0X7F000001",
                "0xa9fea9fe",
                "017700000001",
                "0251.0376.0251.0376",
                "0251.254.169.254",
                "0177.0.0.1",
                "0000177.0.0.1",
                "127.0.0.01",
                "0x7f.0.0.1",
                "0xa9.0xfe.0xa9.0xfe",
                "0xa9.254.0251.254",
                "0x7f.1",
                "0x",
                "127.1",
                "127.0.1",
                "169.254.43518",
                "169.16689662",
                "1",
                "0",
                "127.0.0.1.1",
                "127.0.0.256",
                "127.0.0.1..",
                "1.0.0.0.0x7f",
                "evil.example.1",
                "evil.example.0x7f",
                "%31%32%37.0.0.1",
                "127%2e0%2e0%2e1",
                "%E2%91%A0%E2%91%A1%E2%91%A6.0.0.1",
                "\u2460\u2461\u2466.\u24ea.\u24ea.\u2460",
                "127\u30020\u30020\u30021",
                "\uff11\uff12\uff17.0.0.1",
                "127.0.0.1\u2044",
                "localhost\u0000.example",
                "[::1",
                "[::1%25lo]",
                "[fe80::1%25eth0]",
                "[fe80::1%eth0]",
                "[v1.a]",
                "[::ffff:0x7f.0.0.1]",
                "[127.0.0.1]",
                "::1",
                "user@127.0.0.1",
                "a.example@127.0.0.1",
                "a.example#@127.0.0.1",
                "a.example\\@127.0.0.1",
                ".127.0.0.1",
                "-.example"
            })
    void oddSpellingsAreNoHosts(String host) {
        assertThrows(IllegalArgumentException.class, () -> ForeignUrl.of("http://" + host + "/a"));
        assertThrows(IllegalArgumentException.class, () -> ForeignUrl.of("http://" + host + ":8080/a"));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.0.0.1., 127.0.0.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "a.1.example, a.1.example",
        "1a.example, 1a.example",
        "0x7f.example, 0x7f.example",
        "127.0.0.1.example, 127.0.0.1.example",
        "XN--Bcher-KVA.example, xn--bcher-kva.example",
        "a.example., a.example",
        "[0:0:0:0:0:0:0:1], [0:0:0:0:0:0:0:1]",
        "[::FFFF:127.0.0.1], [::ffff:127.0.0.1]"
    })
    void theUsualOnesAre(String host, String known) {
        assertEquals(known, ForeignUrl.of("http://" + host + "/a").host());
    }
}
