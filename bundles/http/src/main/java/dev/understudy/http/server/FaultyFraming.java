package dev.understudy.http.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Ends the connection after a request of HTTP/1.0 that has a {@code Transfer-Encoding}: a proxy before this server that does not know the
 * field sees the end of the request, and the beginning of the next one, elsewhere; RFC 9112, section 6.1.
 */
final class FaultyFraming implements HttpConfiguration.Customizer {

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (request.getConnectionMetaData().getHttpVersion().getVersion() < HttpVersion.HTTP_1_1.getVersion()
                && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            responseHeaders.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        return request;
    }
}
