package dev.understudy.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTypesTest {

    /** header; whether image/webp is named; weights of image/webp and image/jpeg. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8  | true  | 1000 | 1000
                    image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5 | true | 1000 | 800
                    image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5     | false | 800  | 800
                    */*                                                               | false | 1000 | 1000
                    image/webp;q=0, */*                                               | false | 0    | 1000
                    image/webp;q=0.1, image/*                                         | true  | 100  | 1000
                    IMAGE/WebP ; Q=0.25                                               | true  | 250  | 0
                    image/webp;v="a,b;q=0";q=0.5, image/jpeg;q=1.000                  | true  | 500  | 1000
                    'text/html,, ,;q=1, image/webp'                                   | true  | 1000 | 0
                    image/webp;q=0, image/webp                                        | true  | 1000 | 0
                    image/webp;level=1                                                | true  | 1000 | 0
                    image/webp;q=                                                     | false | 0    | 0
                    image/webp;q=1.5                                                  | false | 0    | 0
                    image/webp;q=0.12345                                              | false | 0    | 0
                    image/webp;q=-1                                                   | false | 0    | 0
                    image/webpx                                                       | false | 0    | 0
                    """)
    void headers(String header, boolean named, int webp, int jpeg) {
        AcceptedTypes types = AcceptedTypes.of(header);
        assertEquals(named, types.names("image/webp"));
        assertEquals(webp, types.weight("image/webp"));
        assertEquals(jpeg, types.weight("image/jpeg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",,,", "webp", "\"", ";q=1"})
    void aHeaderThatSaysNothingIsNone(String header) {
        assertEquals(AcceptedTypes.UNSAID, AcceptedTypes.of(header));
        assertFalse(AcceptedTypes.of(header).names("image/webp"));
        assertEquals(1000, AcceptedTypes.of(header).weight("image/webp"));
    }

    @Test
    void whatIsFarBehindIsNotRead() {
        assertFalse(AcceptedTypes.of("text/plain,".repeat(200) + "image/webp").names("image/webp"));
        assertTrue(AcceptedTypes.of("text/plain,".repeat(199) + "image/webp").names("image/webp"));
        assertFalse(AcceptedTypes.of(" ".repeat(20_000) + "image/webp").names("image/webp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b,", ",", ";", "\"", "\\", "a/b;q=0.1;", "a/b;\"", " ", "q=", "é"})
    void longHeadersTakeNoTime(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20; i++) {
                AcceptedTypes.of(part.repeat(1_000_000));
            }
        });
    }
}
