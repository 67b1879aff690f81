package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorsTest {

    private static final String DATE = "Sat, 26 Jul 2014 00:28:32 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"a\"'         |      | '\"a\"'   | true",
                "'\"a\", \"b\"'  |      | '\"b\"'   | true",
                "'W/\"a\"'       |      | '\"a\"'   | true",
                "'\"a\"'         |      | 'W/\"a\"' | true",
                "'\"a,b\"'       |      | '\"a,b\"' | true",
                "*               |      | '\"a\"'   | true",
                "'\"a\"'         |      |           | true",
                "'\"a\"'         |      | '\"c\"'   | false",
                "'\"a\"'         | date | '\"c\"'   | false",
                "                | date | '\"c\"'   | true",
                "                | date |           | true",
                "                |      | '\"a\"'   | false",
                "                |      |           | false",
            })
    void onlyAClientWithTheValidatorGetsNotModified(String known, String since, String tag, boolean match) {
        HttpFields.Mutable request = HttpFields.build();
        HttpFields.Mutable answer = HttpFields.build();
        if (known != null) {
            request.put("If-None-Match", known);
        }
        if (since != null) {
            request.put("If-Modified-Since", DATE);
        }
        if (tag != null) {
            answer.put("ETag", tag);
        }
        assertEquals(match, Validators.match(request, answer));
    }
}
