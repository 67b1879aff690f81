package dev.understudy.http.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedCachesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "max-age=60                                | private, max-age=60",
                "public, max-age=60                        | private, max-age=60",
                "Public,s-maxage=600 , Max-Age=60,immutable | private, Max-Age=60, immutable",
                "private, max-age=60                       | private, max-age=60",
                "private=\"set-cookie\", max-age=60        | private, max-age=60",
                "no-store                                  | no-store",
                "public, no-store                          | no-store",
                "no-cache                                  | private, no-cache",
                "                                          | private",
            })
    void theClientAloneMayKeepTheAnswer(String before, String after) {
        HttpFields.Mutable headers = HttpFields.build();
        if (before != null) {
            headers.put("Cache-Control", before);
        }
        SharedCaches.exclude(headers);
        assertEquals(after, headers.get("Cache-Control"));
    }

    @Test
    void severalFieldsAreOneList() {
        HttpFields.Mutable headers =
                HttpFields.build().add("Cache-Control", "public").add("Cache-Control", "max-age=60");
        SharedCaches.exclude(headers);
        assertEquals("private, max-age=60", String.join("|", headers.getValuesList("Cache-Control")));
    }

    @Test
    void noOtherHeaderLetsSharedCachesKeepIt() {
        HttpFields.Mutable headers = HttpFields.build()
                .put("Expires", "Thu, 21 Jun 2029 12:00:00 GMT")
                .put("Surrogate-Control", "max-age=600")
                .put("CDN-Cache-Control", "max-age=600");
        SharedCaches.exclude(headers);
        assertEquals("private, max-age=0", headers.get("Cache-Control"));
        assertEquals(1, headers.size());
        assertFalse(headers.contains("Expires"));
    }
}
