package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFreshnessTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ETag: "a"                                                                     | 777 | false
        Last-Modified: Sun, 01 Nov 2026 00:00:00 GMT                                  | 777 | false
        Server: none                                                                  | 0   | false
        Cache-Control: max-age=60                                                     | 60  | false
        Cache-Control: MAX-AGE="60"                                                   | 60  | false
        Cache-Control: max-age=60, s-maxage=10                                        | 10  | false
        Cache-Control: public;Cache-Control: max-age=5                                | 5   | false
        Cache-Control: max-age=60;Age: 45                                             | 15  | false
        Cache-Control: max-age=60;Age: 99                                             | 0   | false
        Cache-Control: max-age=junk;ETag: "a"                                         | 777 | false
        Cache-Control: max-age=99999999999999999999                                   | 31536000 | false
        Cache-Control: no-store, max-age=60                                           | 0   | true
        Cache-Control: private, max-age=60                                            | 0   | true
        Cache-Control: no-cache, max-age=60                                           | 0   | true
        Cache-Control: max-age=60, must-revalidate                                    | 60  | true
        Cache-Control: max-age=60;Expires: Mon, 30 Nov 2026 13:00:00 GMT              | 60  | false
        Expires: Mon, 30 Nov 2026 13:00:00 GMT                                        | 3600 | false
        Expires: Mon, 30 Nov 2026 13:00:00 GMT;Date: Mon, 30 Nov 2026 12:59:00 GMT    | 60  | false
        Expires: 0;ETag: "a"                                                          | 0   | false
        Expires: Sun, 29 Nov 2026 13:00:00 GMT;ETag: "a"                              | 0   | false
        Vary: *;Cache-Control: max-age=60                                             | 0   | false
        """)
    void anAnswerIsFreshForAsLongAsItSays(String headers, long seconds, boolean strict) {
        HttpFields.Mutable fields = HttpFields.build();
        for (String header : headers.split(";")) {
            int colon = header.indexOf(':');
            fields.add(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        AnswerFreshness freshness = AnswerFreshness.of(fields, Duration.ofSeconds(777), NOW);
        assertEquals(new AnswerFreshness(Duration.ofSeconds(seconds), strict), freshness);
    }
}
