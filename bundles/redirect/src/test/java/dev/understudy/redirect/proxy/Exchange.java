package dev.understudy.redirect.proxy;

import java.time.Duration;
import java.util.List;

/**
 * An answer as it went over the wire, as far as it went.
 *
 * @param bytes as ISO-8859-1
 * @param time from the request to the end
 */
record Exchange(String bytes, Duration time) {

    private static final String END_OF_HEAD = "\r\n\r\n";

    int status() {
        return Integer.parseInt(bytes.split(" ", 3)[1]);
    }

    List<String> head() {
        return bytes.substring(0, bytes.indexOf(END_OF_HEAD)).lines().toList();
    }

    /** All values of a header. */
    List<String> header(String name) {
        return head().stream()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }

    /** What follows the head, chunked or not. */
    String body() {
        return bytes.substring(bytes.indexOf(END_OF_HEAD) + END_OF_HEAD.length());
    }

    /** The body, that it was whole being certain; which is so when it has a length or a last chunk. */
    String whole() {
        List<String> length = header("Content-Length");
        if (!length.isEmpty()) {
            return body().length() == Integer.parseInt(length.get(0)) ? body() : "cut: " + body();
        }
        return body().endsWith("0\r\n\r\n")
                ? body().replaceAll("(^|\r\n)[0-9a-f]+\r\n", "").strip()
                : "cut: " + body();
    }

    @Override
    public String toString() {
        return bytes + "\nafter " + time.toMillis() + " ms";
    }
}
