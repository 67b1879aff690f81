package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.source.ForeignUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** URLs of foreign images that somebody else has thought of: they are refused, or mean to every reader the host that is checked. */
class ForeignUrlFuzzTest {

    static Stream<Arguments> urls() {
        return Stream.of(
                        "http://example.com/a.jpg",
                        "HTTPS://EXAMPLE.com.:443?x=%20&key=1",
                        "http://[::ffff:7f00:1]:8080/a/../b?c#d",
                        "http://user@127.0.0.1@evil.example/",
                        "http://0x7f.1\\@evil.example:99999/",
                        "http://a%2eb/%00",
                        "//evil.example/a",
                        "ht\ttp://a")
                .map(text -> Arguments.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("urls")
    @FuzzTest
    void urls(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        ForeignUrl url;
        try {
            url = ForeignUrl.of(text);
        } catch (IllegalArgumentException e) {
            assertFalse(e.getMessage().isBlank());
            return;
        }
        assertTrue(ForeignUrl.isAbsolute(text), text);
        assertEquals(url, ForeignUrl.of(url.toString()), text);
        assertTrue(url.target().startsWith("/"), text);
        assertTrue(url.toString().chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#' && c != '\\'), text);
        // what is checked is what another reader connects to
        URI authority = URI.create(url.origin());
        assertEquals(url.host(), authority.getHost(), text);
        assertEquals(url.port(), authority.getPort() < 0 ? usualPort(url) : authority.getPort(), text);
        assertNull(authority.getUserInfo(), text);
    }

    private static int usualPort(ForeignUrl url) {
        return url.scheme().equals("https") ? 443 : 80;
    }
}
