package dev.understudy.iiif.serve;

import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Properties that the image service has answered with, as text. */
record PropertyLines(Map<String, String> values) {

    static PropertyLines of(Reply reply) {
        String text = reply.body() instanceof Body.Bytes body ? new String(body.bytes(), StandardCharsets.UTF_8) : "";
        return new PropertyLines(text.lines()
                .filter(line -> line.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1).strip(),
                        (first, second) -> first)));
    }

    /** The number of a name; 0 where there is none. */
    int number(String name) {
        String text = values.getOrDefault(name, "");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
