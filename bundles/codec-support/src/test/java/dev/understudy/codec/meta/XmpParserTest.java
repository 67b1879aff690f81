package dev.understudy.codec.meta;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Xmp;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notes of strangers are read by the JDK's own parser, whichever another bundle brings along. */
class XmpParserTest {

    private static final List<String> FACTORIES = List.of(
            "javax.xml.parsers.SAXParserFactory",
            "javax.xml.parsers.DocumentBuilderFactory",
            "javax.xml.transform.TransformerFactory");

    @AfterEach
    void none() {
        FACTORIES.forEach(System::clearProperty);
    }

    @Test
    void noOtherParserIsLookedFor() throws Exception {
        FACTORIES.forEach(factory -> System.setProperty(factory, "nowhere.Factory"));
        Xmp first = XmpPacket.of(ExtendedXmp.naming("0123456789ABCDEF0123456789ABCDEF"));
        Xmp joined = ExtendedXmp.join(first, first);
        assertTrue(joined.bytes().length > 0);
    }
}
