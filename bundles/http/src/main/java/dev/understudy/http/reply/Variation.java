package dev.understudy.http.reply;

import dev.understudy.serve.NegotiatedHeader;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Tells caches on which headers of the request an answer depends, and clients which hints they may send; RFC 9110, section 12.5.5,
 * and RFC 8942, section 3.1.
 */
public final class Variation {

    private static final String ACCEPT_CH = "Accept-CH";

    private Variation() {}

    /** Adds the headers to an answer; those that it depends on already, because another server says so, stay. */
    public static void mark(HttpFields.Mutable headers, Set<NegotiatedHeader> varying) {
        if (varying.isEmpty()) {
            return;
        }
        String names = names(varying.stream());
        if (!headers.getValuesList(HttpHeader.VARY).contains("*")) {
            Stream<String> before = headers.getCSV(HttpHeader.VARY, false).stream()
                    .filter(name -> Arrays.stream(NegotiatedHeader.values())
                            .noneMatch(own ->
                                    varying.contains(own) && own.fieldName().equalsIgnoreCase(name)));
            headers.put(HttpHeader.VARY, Stream.concat(before, Stream.of(names)).collect(Collectors.joining(", ")));
        }
        if (varying.stream().anyMatch(NegotiatedHeader::isHint)) {
            headers.put(ACCEPT_CH, names(varying.stream().filter(NegotiatedHeader::isHint)));
        }
    }

    private static String names(Stream<NegotiatedHeader> headers) {
        return headers.sorted().map(NegotiatedHeader::fieldName).collect(Collectors.joining(", "));
    }
}
