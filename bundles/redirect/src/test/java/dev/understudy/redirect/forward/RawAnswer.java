package dev.understudy.redirect.forward;

import java.time.Duration;
import java.util.List;

/**
 * An answer as received by the client, whole or not.
 *
 * @param bytes as ISO-8859-1
 * @param time from the request to the end
 */
record RawAnswer(String bytes, Duration time) {

    private static final String END_OF_HEAD = "\r\n\r\n";

    int status() {
        return Integer.parseInt(bytes.split(" ", 3)[1]);
    }

    List<String> head() {
        return bytes.substring(0, bytes.indexOf(END_OF_HEAD)).lines().toList();
    }

    /** Returns all values of a header. */
    List<String> header(String name) {
        return head().stream()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }

    /** Returns what follows the head, still in chunks if it was sent in chunks. */
    String body() {
        return bytes.substring(bytes.indexOf(END_OF_HEAD) + END_OF_HEAD.length());
    }

    /** Returns the body without chunks, after {@code cut: } if its length or last chunk does not confirm that it is whole. */
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
