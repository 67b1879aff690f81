package dev.understudy.http.reply;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;

/**
 * The fields of a response that are about its connection. They are decided before anybody answers, and hold whoever answers then.
 *
 * @param fields those that are there
 */
public record KeptFields(List<HttpField> fields) {

    /** Returns the fields that a response has now. */
    public static KeptFields of(Response response) {
        return new KeptFields(Stream.of(HttpHeader.CONNECTION, HttpHeader.STRICT_TRANSPORT_SECURITY)
                .map(name -> response.getHeaders().getField(name))
                .filter(Objects::nonNull)
                .toList());
    }

    /** Puts the fields back. */
    public void putInto(Response response) {
        fields.forEach(field -> response.getHeaders().put(field));
    }
}
