package dev.understudy.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs of real clients reach the handlers as written. */
class UriTest {

    private LocalServer server;

    @BeforeEach
    void start() throws Exception {
        server = LocalServer.of(
                "/is/image",
                new FixedHandler((path, query, forwardable) ->
                        Reply.of("text/plain;charset=utf-8", (path + " ? " + query).getBytes(StandardCharsets.UTF_8))));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "/is/image > ' ? null'",
                "/is/image/ > ' ? null'",
                "/is/image?req=exists > ' ? req=exists'",
                "/is/image/shop/bowl?wid=300&hei=200 > shop/bowl ? wid=300&hei=200",
                "/is/image/shop/bowl? > 'shop/bowl ? '",
                "/is/image//shop/bowl > /shop/bowl ? null",
                "/is/image/shop//bowl > shop//bowl ? null",
                "//is/image/shop/bowl > shop/bowl ? null",
                "/is//image/shop/bowl > shop/bowl ? null",
                "/is/image/shop/bowl??$m$ > shop/bowl ? ?$m$",
                "/is/image/shop/bowl?&&fmt= > shop/bowl ? &&fmt=",
                "/is/image/shop/bowl?&amp;wid=9 > shop/bowl ? &amp;wid=9",
                "/is/image/shop/bowl?$pdp$&.v=12 > shop/bowl ? $pdp$&.v=12",
                "/is/image/shop/bowl?%24pdp%24= > shop/bowl ? %24pdp%24=",
                "/is/image/shop/bowl?src=is{a/b?wid=3}|x^y[z] > shop/bowl ? src=is{a/b?wid=3}|x^y[z]",
                "/is/image/shop/bowl?src=is%7Ba%2Fb%7D > shop/bowl ? src=is%7Ba%2Fb%7D",
                "/is/image/shop/{bowl}|^[x] > shop/{bowl}|^[x] ? null",
                "/is/image/shop/bowl:smartcrop > shop/bowl:smartcrop ? null",
                "/is/image/shop/a%20b,c;d=e > shop/a%20b,c;d=e ? null",
                "/is/image/shop%2Fbowl > shop%2Fbowl ? null",
                "/is/image/shop/100%25 > shop/100%25 ? null",
                "/is/image/shop/sch%F6n > shop/sch%F6n ? null",
                "/is/image/shop/sch%C3 > shop/sch%C3 ? null",
                "/is/image/shop/../../etc/passwd > shop/../../etc/passwd ? null",
                "/is/image/shop/%2e%2e/x > shop/%2e%2e/x ? null",
                "/is/image/shop/..;a/x > shop/..;a/x ? null",
                "/is/image/shop/. > shop/. ? null",
                "http://other.example/is/image/shop/bowl > shop/bowl ? null",
            })
    void reachesTheHandlerAsWritten(String target, String seen) throws Exception {
        var response = target.startsWith("http:")
                ? server.connector.getResponse(
                        "GET " + target + " HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n")
                : null;
        if (response != null) {
            assertEquals(seen, response.substring(response.indexOf("\r\n\r\n") + 4));
        } else {
            assertEquals(seen, server.get(target).getContent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/is/imagefoo",
                "/is/imagefoo/x",
                "/is",
                "/",
                "/image",
                "/is/IMAGE/x",
                "/favicon.ico",
                "/IS/image"
            })
    void isNotFoundUnderNoMount(String target) throws Exception {
        var response = server.get(target);
        assertEquals(404, response.getStatus());
        assertEquals("text/plain;charset=utf-8", response.get("Content-Type"));
        assertEquals("Not Found\n", response.getContent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/is/image/a\u0001b",
                "/is/image/a\\b",
                "/is/image/%u0041",
                "/is/image/100%",
                "/is/image/100%zz",
                "/is/image/../../../etc/passwd",
                "/is/image/%00",
                "is/image/x",
                "/is/image/x y"
            })
    void isRefusedInOneLineOfText(String target) throws Exception {
        var response = server.get(target);
        assertEquals(400, response.getStatus(), response.toString());
        assertEquals("Bad Request\n", response.getContent());
    }

    @Test
    void takesLongQueries() throws Exception {
        String text = "x".repeat(30_000);
        assertEquals("t ? text=" + text, server.get("/is/image/t?text=" + text).getContent());
    }

    @Test
    void takesRawUtf8() throws Exception {
        assertEquals(
                "schön ? text=grün", server.get("/is/image/schön?text=grün").getContent());
    }
}
