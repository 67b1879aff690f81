package dev.understudy.catalog.rule;

import dev.understudy.catalog.file.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an XML file is written: as its declaration says, else in UTF-8. */
public final class XmlEncoding {

    private static final int HEAD = 256;
    private static final Pattern DECLARED =
            Pattern.compile("\\A<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private XmlEncoding() {}

    /**
     * The encoding of a file without a byte order mark of UTF-8.
     *
     * @throws MalformedFileException when the file is of an encoding that is not read
     */
    public static Charset of(Path file) throws IOException, MalformedFileException {
        byte[] head;
        try (InputStream bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(HEAD);
        }
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        String name = declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        return switch (name) {
            case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
            case "ISO-8859-1" -> StandardCharsets.ISO_8859_1;
            case "US-ASCII", "ASCII" -> StandardCharsets.US_ASCII;
            default ->
                throw new MalformedFileException(
                        1, "'" + name + "' is not a valid encoding; allowed: UTF-8, ISO-8859-1 or US-ASCII");
        };
    }
}
