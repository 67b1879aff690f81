package dev.understudy.itest.conformance;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row's request and what came of it.
 *
 * @param wire the server that was asked, for those who compare with another answer of it
 */
record HttpExchange(Row row, HttpReply reply, Wire wire) {

    /** Sends the row's request; one that revalidates is sent twice, the second time with what the first one brought. */
    static HttpExchange of(Row row, Wire wire) throws IOException {
        Map<String, String> headers = new TreeMap<>(row.send());
        for (String condition : row.revalidate()) {
            String validator = condition.endsWith("Match") ? "ETag" : "Last-Modified";
            HttpReply first = wire.send("GET", row.target(), row.send());
            headers.put(condition, first.header(validator).orElseThrow(() -> new AssertionError("no " + validator)));
        }
        return new HttpExchange(row, wire.send(row.method(), row.target(), headers), wire);
    }

    ReplyImage image() throws IOException {
        return ReplyImage.read(reply.body());
    }

    HttpReply other(String target) throws IOException {
        HttpReply other = wire.get(target);
        if (other.status() != 200) {
            throw new AssertionError(target + " itself is answered by " + other.status());
        }
        return other;
    }
}
