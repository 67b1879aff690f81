package dev.understudy.http.osgi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that cannot be used are told by the host alone. */
class ForwardingComponentTest {

    @Test
    void valuesThatDoNotFitTogetherAreLeftToTheHostToTell() {
        ForwardingComponent component = new ForwardingComponent();
        assertDoesNotThrow(
                () -> component.configure(Map.of("port", "8443", "sslPort", "8443", "certificateFiles", "a.pem")));
        assertDoesNotThrow(() ->
                component.configure(Map.of("sslPort", "8443", "keystoreFile", "a.p12", "certificateFiles", "a.pem")));
    }
}
