package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.source.keep.KeptFreshness;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFreshnessTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ETag: "a"                                                                     | 777 | false | ALL | 777
        Last-Modified: Sun, 01 Nov 2026 00:00:00 GMT                                  | 777 | false | ALL | 777
        Server: none                                                                  | 0   | false | ALL | 0
        Cache-Control: max-age=60                                                     | 60  | false | ALL | 60
        Cache-Control: MAX-AGE="60"                                                   | 60  | false | ALL | 60
        Cache-Control: max-age=60, s-maxage=10                                        | 10  | false | ALL | 60
        Cache-Control: public;Cache-Control: max-age=5                                | 5   | false | ALL | 5
        Cache-Control: max-age=60;Age: 45                                             | 15  | false | ALL | 15
        Cache-Control: max-age=60;Age: 99                                             | 0   | false | ALL | 0
        Cache-Control: max-age=junk;ETag: "a"                                         | 777 | false | ALL | 777
        Cache-Control: max-age=99999999999999999999                                   | 31536000 | false | ALL | 31536000
        Cache-Control: no-store, max-age=60                                           | 0   | true | NOBODY | 60
        Cache-Control: private, max-age=60                                            | 0   | true | CLIENT | 60
        Cache-Control: no-cache, max-age=60                                           | 0   | true | ALL | 0
        Cache-Control: max-age=60, must-revalidate                                    | 60  | true | ALL | 60
        Cache-Control: max-age=60;Expires: Mon, 30 Nov 2026 13:00:00 GMT              | 60  | false | ALL | 60
        Expires: Mon, 30 Nov 2026 13:00:00 GMT                                        | 3600 | false | ALL | 3600
        Expires: Mon, 30 Nov 2026 13:00:00 GMT;Date: Mon, 30 Nov 2026 12:59:00 GMT    | 60  | false | ALL | 60
        Expires: 0;ETag: "a"                                                          | 0   | false | ALL | 0
        Expires: Sun, 29 Nov 2026 13:00:00 GMT;ETag: "a"                              | 0   | false | ALL | 0
        Cache-Control: max-age=60, s-maxage=600;Age: 99                               | 501 | false | ALL | 0
        Cache-Control: s-maxage=600;Expires: Mon, 30 Nov 2026 12:00:05 GMT            | 600 | false | ALL | 5
        Cache-Control: private, no-store                                              | 0   | true | NOBODY | 0
        Cache-Control: private="set-cookie", max-age=60                               | 0   | true | CLIENT | 60
        Cache-Control: private;ETag: "a"                                              | 0   | true | CLIENT | 777
        Cache-Control: max-age=-1;ETag: "a"                                           | 777 | false | ALL | 777
        Cache-Control: max-age=60;Age: -5                                             | 60  | false | ALL | 60
        Cache-Control: max-age=60;Age: 99999999999999999999                           | 0   | false | ALL | 0
        Cache-Control: max-age=60;Age: 1e3                                            | 60  | false | ALL | 60
        Expires: Mon, 30 Nov 2026 13:00:00 GMT;Date: Thu, 01 Jan 1970 00:00:00 GMT    | 31536000 | false | ALL | 31536000
        Expires: Mon, 30 Nov 2026 13:00:00 GMT;Date: Mon, 30 Nov 2099 12:00:00 GMT    | 0   | false | ALL | 0
        Expires: Fri, 31 Dec 9999 23:59:59 GMT                                        | 31536000 | false | ALL | 31536000
        Expires: Sat, 31 Feb 2026 99:99:99 GMT;ETag: "a"                              | 0   | false | ALL | 0
        Expires: 1796040000;ETag: "a"                                                 | 0   | false | ALL | 0
        Vary: *;Cache-Control: max-age=60                                             | 0   | false | ALL | 0
        """)
    void anAnswerIsFreshForAsLongAsItSays(
            String headers, long seconds, boolean strict, KeptFreshness.Keepers keepers, long clientSeconds) {
        HttpFields.Mutable fields = HttpFields.build();
        for (String header : headers.split(";")) {
            int colon = header.indexOf(':');
            fields.add(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        KeptFreshness freshness = AnswerFreshness.of(fields, Duration.ofSeconds(777), NOW);
        assertEquals(
                new KeptFreshness(
                        Duration.ofSeconds(seconds),
                        Duration.ofHours(strict ? 0 : 1),
                        keepers,
                        Duration.ofSeconds(clientSeconds)),
                freshness);
    }
}
