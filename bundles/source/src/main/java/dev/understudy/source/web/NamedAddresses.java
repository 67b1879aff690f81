package dev.understudy.source.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks up names, and takes a few of the addresses alone, since all may be tried one after another for as long as a connection may
 * take. Those that may not be asked, which the connector refuses, take no place of others.
 */
final class NamedAddresses implements SocketAddressResolver {

    private static final int MOST = 4;

    private final SocketAddressResolver resolver;
    private final AddressRules rules;

    /**
     * A resolver.
     *
     * @param resolver looks up names
     */
    NamedAddresses(SocketAddressResolver resolver, AddressRules rules) {
        this.resolver = resolver;
        this.rules = rules;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        resolver.resolve(host, port, context, new Promise<>() {
            @Override
            public void succeeded(List<InetSocketAddress> answers) {
                promise.succeeded(few(host, answers));
            }

            @Override
            public void failed(Throwable failure) {
                promise.failed(failure);
            }
        });
    }

    private List<InetSocketAddress> few(String host, List<InetSocketAddress> answers) {
        List<InetSocketAddress> good =
                answers.stream().filter(this::isPermitted).toList();
        Stream<InetSocketAddress> few =
                good.isEmpty() ? answers.stream().limit(1) : good.stream().limit(MOST);
        return few.map(answer -> named(host, answer)).toList();
    }

    private boolean isPermitted(InetSocketAddress answer) {
        return answer.getAddress() != null && rules.permit(answer.getAddress());
    }

    /** The address by the name that was looked up, which the connector wants to know. */
    private static InetSocketAddress named(String host, InetSocketAddress answer) {
        try {
            return answer.getAddress() == null
                    ? answer
                    : new InetSocketAddress(
                            InetAddress.getByAddress(host, answer.getAddress().getAddress()), answer.getPort());
        } catch (UnknownHostException e) {
            return answer;
        }
    }
}
