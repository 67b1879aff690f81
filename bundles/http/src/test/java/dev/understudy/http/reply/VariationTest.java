package dev.understudy.http.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.understudy.serve.NegotiatedHeader;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationTest {

    private final HttpFields.Mutable headers = HttpFields.build();

    @Test
    void answersForAllSayNothing() {
        Variation.mark(headers, Set.of());
        assertEquals(0, headers.size());
    }

    @Test
    void aFormatDependsOnWhatIsAccepted() {
        Variation.mark(headers, Set.of(NegotiatedHeader.ACCEPT));
        assertEquals("Accept", headers.get("Vary"));
        assertFalse(headers.contains("Accept-CH"));
    }

    @Test
    void hintsAreAskedFor() {
        Variation.mark(headers, Set.of(NegotiatedHeader.DPR, NegotiatedHeader.ACCEPT, NegotiatedHeader.SEC_CH_DPR));
        assertEquals("Accept, Sec-CH-DPR, DPR", headers.get("Vary"));
        assertEquals("Sec-CH-DPR, DPR", headers.get("Accept-CH"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Origin          | Origin, Accept
                    accept          | Accept
                    Accept, Origin  | Origin, Accept
                    *               | *
                    DPR             | DPR, Accept
                    """)
    void whatAnotherServerSaysStays(String before, String after) {
        headers.put("Vary", before);
        Variation.mark(headers, Set.of(NegotiatedHeader.ACCEPT));
        assertEquals(after, headers.get("Vary"));
    }
}
