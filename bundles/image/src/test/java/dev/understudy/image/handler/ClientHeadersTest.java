package dev.understudy.image.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ConnectionQuality;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientHeadersTest {

    private static ClientHints read(String... headers) {
        HttpFields.Mutable fields = HttpFields.build();
        for (String header : headers) {
            fields.add(header.split(": ", 2)[0], header.split(": ", 2)[1]);
        }
        return ClientHeaders.read(fields, new AcceptReader());
    }

    @Test
    void aClientThatSaysNothing() {
        assertEquals(ClientHints.NONE, read());
    }

    @Test
    void allFieldsOfAcceptCount() {
        ClientHints hints = read("Accept: image/avif", "accept: image/webp;q=0.5");
        assertTrue(hints.accepted().names("image/avif"));
        assertEquals(500, hints.accepted().weight("image/webp"));
    }

    @ParameterizedTest
    @CsvSource({
        "DPR: 2, 2",
        "dpr: 1.5, 1.5",
        "Sec-CH-DPR: 2.625, 2.625",
        "DPR: 0, 0",
        "DPR: -2, 0",
        "DPR: NaN, 0",
        "DPR: 1e3, 0",
        "DPR: two, 0",
        "DPR: 0x2, 0",
    })
    void pixelRatios(String header, double ratio) {
        assertEquals(ratio, read(header).pixelRatio());
    }

    @Test
    void theNewerHeaderPrevails() {
        assertEquals(3, read("DPR: 2", "Sec-CH-DPR: 3").pixelRatio());
        assertEquals(2, read("DPR: 2", "Sec-CH-DPR: many").pixelRatio());
    }

    @ParameterizedTest
    @CsvSource({
        "Save-Data: on, POOR",
        "Save-Data: off, GOOD",
        "ECT: slow-2g, POOR",
        "ECT: 2g, POOR",
        "ECT: 3G, FAIR",
        "ECT: 4g, GOOD",
        "ECT: 5g, GOOD",
        "Downlink: 0.05, POOR",
        "Downlink: 0.07, FAIR",
        "Downlink: 0.69, FAIR",
        "Downlink: 0.7, GOOD",
        "Downlink: 10, GOOD",
        "Downlink: -1, GOOD",
        "Downlink: slow, GOOD",
    })
    void connections(String header, ConnectionQuality quality) {
        assertEquals(quality, read(header).connection());
    }

    @Test
    void theKindOfAConnectionPrevailsOverItsBandwidth() {
        assertEquals(ConnectionQuality.GOOD, read("ECT: 4g", "Downlink: 0.01").connection());
        assertEquals(ConnectionQuality.POOR, read("ECT: 4g", "Save-Data: on").connection());
    }
}
