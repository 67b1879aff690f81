package dev.understudy.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void valuesOfAllKinds() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "a");
        map.put("number", 1.5);
        map.put("flag", true);
        map.put("none", null);
        map.put("list", List.of(1, "b", List.of()));
        map.put("other", CacheNames.CREATED);
        assertEquals(
                "{\"text\":\"a\",\"number\":1.5,\"flag\":true,\"none\":null,\"list\":[1,\"b\",[]],\"other\":\"CREATED\"}",
                Json.of(map));
    }

    @Test
    void hostileTextStaysText() {
        assertEquals(
                "\"\\\"\\\\\\u000a\\u003c/script>\\u2028\\ud83d\\ude00\\u007f\"",
                Json.of("\"\\\n</script>\u2028😀\u007f"));
    }

    private enum CacheNames {
        CREATED
    }
}
