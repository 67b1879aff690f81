package dev.understudy.http;

import dev.understudy.catalog.AddressFilter;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/**
 * The rule that says who is shown what is not for everybody, such as the details of the health: clients at some addresses. Whoever asks through a proxy that is not trusted
 * has the proxy's address and is nobody known, whatever that address is.
 *
 * @param clients the addresses
 */
public record DetailClients(AddressFilter clients) implements DetailAccess {

    /** The attribute of requests whose client a trusted proxy names. */
    public static final String VOUCHED_FOR = DetailClients.class.getName();

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

    /** The fields by which proxies tell that they are some; not all of them send each. */
    private static final List<String> PROXY_FIELDS = List.of(
            HttpHeader.X_FORWARDED_FOR.asString(),
            HttpHeader.X_FORWARDED_HOST.asString(),
            HttpHeader.X_FORWARDED_PROTO.asString(),
            HttpHeader.FORWARDED.asString(),
            HttpHeader.VIA.asString(),
            "X-Real-IP");

    /** A page of another site can have its own name lead to this machine; addresses and localhost it cannot have. */
    private static boolean isNamedByPage(Request request, InetSocketAddress client) {
        String host = Request.getServerName(request);
        return client.getAddress().isLoopbackAddress()
                && host != null
                && !host.equalsIgnoreCase("localhost")
                && host.indexOf(':') < 0
                && !ADDRESS.matcher(host).matches();
    }

    @Override
    public boolean allows(Request request) {
        // servers that pass requests on without a word do so by HTTP/1.0
        boolean proxied = PROXY_FIELDS.stream().anyMatch(request.getHeaders()::contains)
                || request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0;
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        return (!proxied || request.getAttribute(VOUCHED_FOR) != null)
                && remote instanceof InetSocketAddress address
                && !address.isUnresolved()
                && !isNamedByPage(request, address)
                && clients.allows(address.getAddress());
    }
}
