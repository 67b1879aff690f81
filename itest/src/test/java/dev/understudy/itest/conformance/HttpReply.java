package dev.understudy.itest.conformance;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server answered.
 *
 * @param headers by name, without regard to case; repeated ones joined by a comma
 */
record HttpReply(int status, Map<String, String> headers, byte[] body) {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";]+)", Pattern.CASE_INSENSITIVE);

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body in the character set that the Content-Type names, else UTF-8. */
    String text() {
        Matcher charset = CHARSET.matcher(header("Content-Type").orElse(""));
        return new String(body, charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8);
    }
}
